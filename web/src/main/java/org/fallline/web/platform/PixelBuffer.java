package org.fallline.web.platform;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.fallline.scene.Mark;
import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.typedarrays.Uint8Array;

/** A raster's pixels on their way to a canvas, in memory that Java and JavaScript share, whichever of the two a page is built as. */
final class PixelBuffer {
    private static ByteBuffer shared = ofPixels(0);

    private PixelBuffer() {}

    /** Makes a canvas hold a raster, pixel by pixel from its upper left corner. */
    static void put(CanvasRenderingContext2D context, Mark.Raster raster) {
        int[] pixels = raster.pixels();
        if (shared.capacity() < pixels.length * Integer.BYTES) {
            shared = ofPixels(pixels.length);
        }
        for (int i = 0; i < pixels.length; i++) {
            int argb = pixels[i];
            shared.putInt(i * Integer.BYTES, (argb & 0xff00ff00) | (argb >>> 16 & 0xff) | (argb & 0xff) << 16);
        }
        put(context, Uint8Array.fromJavaBuffer(shared), raster.columns(), raster.rows());
    }

    // As little-endian words A, B, G, R the bytes are in the order of a canvas: R, G, B, A.
    private static ByteBuffer ofPixels(int count) {
        return ByteBuffer.allocateDirect(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    @JSBody(
            params = {"context", "bytes", "columns", "rows"},
            script = "const pixels = new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, columns * rows * 4);"
                    + "context.putImageData(new ImageData(pixels, columns, rows), 0, 0);")
    private static native void put(CanvasRenderingContext2D context, Uint8Array bytes, int columns, int rows);
}
