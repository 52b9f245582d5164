package org.fallline.web.bench;

import java.util.Map;
import java.util.function.IntConsumer;

/** The loops in this very process. */
final class JvmPlatform implements Platform {
    private static final Map<String, IntConsumer> PARTS =
            Map.of("run", EngineLoops::run, "forward", EngineLoops::forward, "gradient", EngineLoops::gradient);

    @Override
    public String name() {
        return "JVM";
    }

    @Override
    public void prepare(Task task) {
        task.choose();
    }

    @Override
    public double lossAfter(int count) {
        EngineLoops.run(count);
        return EngineLoops.loss();
    }

    @Override
    public double speed(String part, int count, double seconds) {
        IntConsumer loop = PARTS.get(part);
        if (loop == null) {
            throw new IllegalArgumentException("there is no part " + part + " among " + PARTS.keySet());
        }
        long start = System.nanoTime();
        long elapsed;
        int calls = 0;
        do {
            loop.accept(count);
            calls++;
            elapsed = System.nanoTime() - start;
        } while (elapsed < seconds * 1e9);
        return calls * (double) count / (elapsed * 1e-9);
    }
}
