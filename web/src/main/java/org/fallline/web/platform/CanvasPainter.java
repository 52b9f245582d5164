package org.fallline.web.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.scene.Color;
import org.fallline.scene.Mark;
import org.fallline.scene.MeshRaster;
import org.fallline.scene.Painter;
import org.fallline.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;

/** Paints scenes on a canvas, at the resolution of the screen or any other. */
public final class CanvasPainter implements Painter {
    private static final double HALO_WIDTH = 3;

    private static final int MOST_SPARE = 80;

    private static final double[] SOLID = {};

    /** The colour of a context that nobody has set: black. */
    private static final int UNSET = 0xff000000;

    private final HTMLCanvasElement canvas;
    private final CanvasRenderingContext2D context;
    private final MeshRaster meshes = new MeshRaster();
    /** For meshes, which change from picture to picture. */
    private final HTMLCanvasElement meshCanvas = newCanvas();
    /** The images of the scene painted last and of the one being painted: most of them stay the same. */
    private List<Image> before = List.of();

    private List<Image> images = new ArrayList<>();
    /** Canvases of images that are not shown any more, for those to come: making or resizing one costs more than filling it. */
    private final Deque<HTMLCanvasElement> spare = new ArrayDeque<>();

    private double width;
    private double height;
    private double ratio = 1;
    private String fontFamily = "";
    /** What the context is set to: it takes longer for a colour to be read than for a short line to be drawn. */
    private int fill = UNSET;

    private int stroke = UNSET;
    private boolean isDashed;
    /** The size of the font that the context is set to; 0 for none. */
    private double fontSize;

    private boolean isBold;
    private Mark.Label.@Nullable Anchor anchor;

    /** Pixels, and a canvas that holds them. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Image(int[] pixels, HTMLCanvasElement canvas) {}

    public CanvasPainter(HTMLCanvasElement canvas) {
        this.canvas = canvas;
        this.context = (CanvasRenderingContext2D) canvas.getContext("2d");
    }

    /** Replaces what the canvas shows by a scene; the canvas takes the scene's size in CSS pixels. */
    public void paint(Scene scene) {
        paint(scene, Browser.pixelRatio());
    }

    /** Removes what was painted last. */
    public void clear() {
        context.clearRect(0, 0, width, height);
    }

    /** A new canvas beside the page that shows a scene, with so many pixels a CSS pixel. */
    public static HTMLCanvasElement canvas(Scene scene, double ratio) {
        HTMLCanvasElement canvas = newCanvas();
        new CanvasPainter(canvas).paint(scene, ratio);
        return canvas;
    }

    private void paint(Scene scene, double pixels) {
        ratio = pixels;
        width = scene.width();
        height = scene.height();
        int columns = (int) Math.ceil(width * ratio);
        int rows = (int) Math.ceil(height * ratio);
        if (canvas.getWidth() != columns || canvas.getHeight() != rows) {
            canvas.setWidth(columns);
            canvas.setHeight(rows);
            // The browser then forgets what the context was set to.
            fill = UNSET;
            stroke = UNSET;
            isDashed = false;
            fontSize = 0;
            anchor = null;
        }
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
        context.setLineJoin("round");
        context.setLineCap("round");
        before = images;
        images = new ArrayList<>();
        scene.paint(this);
        for (Image image : before) {
            if (spare.size() < MOST_SPARE && !images.contains(image)) {
                spare.add(image.canvas());
            }
        }
        before = List.of();
    }

    @Override
    public void raster(Mark.Raster raster) {
        Image image = image(raster);
        images.add(image);
        draw(image.canvas(), raster);
    }

    private void draw(HTMLCanvasElement image, Mark.Raster raster) {
        setSmoothing(context, raster.smooth());
        context.drawImage(image, raster.x(), raster.y(), raster.width(), raster.height());
    }

    private Image image(Mark.Raster raster) {
        for (Image image : before) {
            if (image.pixels() == raster.pixels()) {
                return image;
            }
        }
        Image image = new Image(raster.pixels(), spare(raster));
        put(raster, image.canvas());
        return image;
    }

    /** A canvas for a raster, of its size if there is one. */
    private HTMLCanvasElement spare(Mark.Raster raster) {
        HTMLCanvasElement found = spare.peek();
        for (HTMLCanvasElement each : spare) {
            if (isOfSize(each, raster)) {
                found = each;
                break;
            }
        }
        if (found == null) {
            return newCanvas();
        }
        spare.remove(found);
        return found;
    }

    private static boolean isOfSize(HTMLCanvasElement canvas, Mark.Raster raster) {
        return canvas.getWidth() == raster.columns() && canvas.getHeight() == raster.rows();
    }

    private static HTMLCanvasElement newCanvas() {
        return (HTMLCanvasElement) HTMLDocument.current().createElement("canvas");
    }

    /** Makes a canvas hold a raster's pixels and nothing else. */
    private static void put(Mark.Raster raster, HTMLCanvasElement target) {
        if (!isOfSize(target, raster)) {
            target.setWidth(raster.columns());
            target.setHeight(raster.rows());
        }
        PixelBuffer.put((CanvasRenderingContext2D) target.getContext("2d"), raster);
    }

    @Override
    public void area(Mark.Area area) {
        trace(area.x(), area.y());
        context.closePath();
        setFill(area.color());
        fillEvenOdd(context);
    }

    @Override
    public void line(Mark.Line line) {
        trace(line.x(), line.y());
        if (line.closed()) {
            context.closePath();
        }
        stroke(line.color(), line.width(), line.dash());
    }

    @Override
    public void dot(Mark.Dot dot) {
        context.beginPath();
        context.arc(dot.x(), dot.y(), dot.radius(), 0, 2 * Math.PI);
        if (Color.alpha(dot.fill()) > 0) {
            setFill(dot.fill());
            context.fill();
        }
        if (dot.strokeWidth() > 0) {
            stroke(dot.stroke(), dot.strokeWidth(), SOLID);
        }
    }

    @Override
    public void arrow(Mark.Arrow arrow) {
        line(arrow.shaft());
        area(arrow.head());
    }

    @Override
    public void label(Mark.Label label) {
        if (fontFamily.isEmpty()) {
            fontFamily = fontFamily(canvas);
        }
        if (label.size() != fontSize || label.bold() != isBold) {
            fontSize = label.size();
            isBold = label.bold();
            context.setFont((isBold ? "600 " : "") + Decimal.text(fontSize) + "px " + fontFamily);
        }
        if (label.anchor() != anchor) {
            anchor = label.anchor();
            context.setTextAlign(
                    switch (label.anchor()) {
                        case START -> "left";
                        case MIDDLE -> "center";
                        case END -> "right";
                    });
        }
        if (Color.alpha(label.halo()) > 0) {
            setStroke(label.halo(), 2 * HALO_WIDTH, SOLID);
            context.strokeText(label.text(), label.x(), label.y());
        }
        setFill(label.color());
        context.fillText(label.text(), label.x(), label.y());
    }

    @Override
    public void mesh(Mark.Mesh mesh) {
        Mark.Raster raster = meshes.of(mesh, width, height, ratio);
        if (raster != null) {
            put(raster, meshCanvas);
            draw(meshCanvas, raster);
        }
    }

    private void trace(double[] x, double[] y) {
        context.beginPath();
        for (int i = 0; i < x.length; i++) {
            if (i == 0) {
                context.moveTo(x[i], y[i]);
            } else {
                context.lineTo(x[i], y[i]);
            }
        }
    }

    private void stroke(int color, double width, double[] dash) {
        setStroke(color, width, dash);
        context.stroke();
    }

    private void setFill(int color) {
        if (color != fill) {
            fill = color;
            setFillStyle(context, color(color));
        }
    }

    private void setStroke(int color, double width, double[] pattern) {
        if (color != stroke) {
            stroke = color;
            setStrokeStyle(context, color(color));
        }
        context.setLineWidth(width);
        if (pattern.length > 0 || isDashed) {
            isDashed = pattern.length > 0;
            setDash(context, pattern);
        }
    }

    /** A packed colour as CSS writes it. */
    public static String css(int argb) {
        return color(argb).stringValue();
    }

    // Thousands are needed in a second, and a string of Java's would have to become one of the browser's each time.
    @JSBody(params = "argb", script = "return '#' + ((argb << 8 | argb >>> 24) >>> 0).toString(16).padStart(8, '0');")
    private static native JSString color(int argb);

    @JSBody(
            params = {"context", "color"},
            script = "context.fillStyle = color;")
    private static native void setFillStyle(CanvasRenderingContext2D context, JSString color);

    @JSBody(
            params = {"context", "color"},
            script = "context.strokeStyle = color;")
    private static native void setStrokeStyle(CanvasRenderingContext2D context, JSString color);

    @JSBody(
            params = {"context", "smooth"},
            script = "context.imageSmoothingEnabled = smooth; context.imageSmoothingQuality = 'high';")
    private static native void setSmoothing(CanvasRenderingContext2D context, boolean smooth);

    @JSBody(params = "context", script = "context.fill('evenodd');")
    private static native void fillEvenOdd(CanvasRenderingContext2D context);

    @JSBody(
            params = {"context", "dash"},
            script = "context.setLineDash(Array.from(dash));")
    private static native void setDash(CanvasRenderingContext2D context, double[] dash);

    // What is not in the page has no style.
    @JSBody(
            params = "canvas",
            script = "return getComputedStyle(canvas.isConnected ? canvas : document.body).fontFamily;")
    private static native String fontFamily(HTMLCanvasElement canvas);
}
