package org.fallline.emit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;

/** An instance of a module on the JVM. */
final class WasmRun implements AutoCloseable {
    private final Context context;
    private final Value instance;
    private final Value memory;

    WasmRun(byte[] module) {
        context = Context.newBuilder("wasm")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        try {
            instance = context.eval(Source.newBuilder("wasm", ByteSequence.create(module), "main")
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        memory = instance.getMember("memory");
    }

    void writeDoubles(int offset, double[] values) {
        for (int i = 0; i < values.length; i++) {
            memory.writeBufferDouble(ByteOrder.LITTLE_ENDIAN, offset + 8L * i, values[i]);
        }
    }

    double[] readDoubles(int offset, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = memory.readBufferDouble(ByteOrder.LITTLE_ENDIAN, offset + 8L * i);
        }
        return values;
    }

    void writeFloats(int offset, float[] values) {
        for (int i = 0; i < values.length; i++) {
            memory.writeBufferFloat(ByteOrder.LITTLE_ENDIAN, offset + 4L * i, values[i]);
        }
    }

    float[] readFloats(int offset, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = memory.readBufferFloat(ByteOrder.LITTLE_ENDIAN, offset + 4L * i);
        }
        return values;
    }

    void call(String function, Object... arguments) {
        instance.getMember(function).executeVoid(arguments);
    }

    /** The losses at points of a plane. */
    static double[] losses(EmittedSurface surface, double[] origin, double[] a, double[] b, double[] u, double[] v) {
        try (WasmRun run = new WasmRun(surface.module())) {
            int row = 8 * surface.parameters();
            run.writeDoubles(surface.planeOffset(), origin);
            run.writeDoubles(surface.planeOffset() + row, a);
            run.writeDoubles(surface.planeOffset() + 2 * row, b);
            run.writeDoubles(surface.pointsOffset(), u);
            run.writeDoubles(surface.pointsOffset() + 8 * EmittedSurface.CAPACITY, v);
            run.call("evaluate", u.length);
            return run.readDoubles(surface.resultsOffset(), u.length);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
