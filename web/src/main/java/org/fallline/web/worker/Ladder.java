package org.fallline.web.worker;

import org.fallline.emit.EmittedShader;
import org.fallline.emit.EmittedSurface;
import org.fallline.emit.Emitter;
import org.fallline.emit.ShaderEmitter;
import org.fallline.landscape.Window;
import org.fallline.problem.Problem;
import org.fallline.survey.Slice;
import org.fallline.web.platform.Browser;
import org.jspecify.annotations.Nullable;

/**
 * The rungs for one problem: the program, above it the emitted module, above that the shader. The module answers where the browser
 * has vectors. Where even so a fine grid takes its time, the shader is compiled meanwhile, and when it is there both are timed on
 * the same points, once: a card may be a program that only acts as one. What comes of it counts for later problems, too.
 */
final class Ladder implements Rung {
    /** How many points the finest grid of a map has. */
    private static final int FINEST = 257 * 257;

    /** A grid that takes no longer than this, in milliseconds, needs no card: to begin with one takes some ten. */
    private static final double QUICK = 100;

    /** The first level is too small to tell how long points take, and must be quick. */
    private static final int FIRST_TIMED = 33;

    private final ProgramRung program;
    private final @Nullable CheckedRung module;
    private final Rung emitted;
    private final Problem problem;
    private final Trials trials;
    private @Nullable ShaderCanvas canvas;
    private @Nullable CheckedRung shader;
    private @Nullable Rung chosen;
    private String why = "no shader yet";

    /**
     * A ladder.
     *
     * @param program the problem's own, compiled
     * @param trials of the worker
     */
    Ladder(ProgramRung program, Problem problem, Trials trials) {
        this.program = program;
        this.problem = problem;
        this.trials = trials;
        this.module = module(program, problem);
        this.emitted = module == null ? program : module;
    }

    private static @Nullable CheckedRung module(ProgramRung program, Problem problem) {
        boolean fused = EmittedModule.isSupported(true);
        if (!fused && !EmittedModule.isSupported(false)) {
            return null;
        }
        EmittedSurface surface =
                Emitter.emit(problem.layout(), problem.loss(), fused).surface();
        return surface == null ? null : new CheckedRung(program, new EmittedRung(new EmittedModule(surface)), program);
    }

    /** Why the shader answers, or does not. */
    String why() {
        return canvas == null || canvas.reason().isEmpty() ? why : canvas.reason();
    }

    @Override
    public double[] losses(Slice slice, Window window, int columns, int rows, int from, int to) {
        Rung best = chosen;
        if (best != null || columns < FIRST_TIMED) {
            return (best == null ? emitted : best).losses(slice, window, columns, rows, from, to);
        }
        if (module != null) {
            // What is timed must be the module alone.
            module.compare(slice, window);
        }
        double begin = Browser.now();
        double[] losses = emitted.losses(slice, window, columns, rows, from, to);
        double time = Browser.now() - begin;
        if (canvas != null) {
            tryShader(canvas, time, slice, window, columns, rows, from, to);
        } else if (time / losses.length * FINEST > QUICK) {
            beginShader(time / losses.length);
        }
        return losses;
    }

    private void settle(Rung best, String reason) {
        chosen = best;
        why = reason;
    }

    private void beginShader(double pointTime) {
        if (!trials.isWorth(pointTime)) {
            settle(emitted, "the shader was slower before");
            return;
        }
        ShaderEmitter.Emission emission = ShaderEmitter.emit(problem.layout(), problem.loss());
        EmittedShader text = emission.shader();
        if (text == null) {
            settle(emitted, emission.reason());
            return;
        }
        ShaderCanvas made = ShaderCanvas.compile(text);
        canvas = made;
        shader = new CheckedRung(program, new ShaderRung(text, made, emitted), emitted);
    }

    /** Times the shader on points that the rung below took a time for. */
    private void tryShader(
            ShaderCanvas made, double time, Slice slice, Window window, int columns, int rows, int from, int to) {
        CheckedRung rung = shader;
        if (rung == null || made.state() == ShaderCanvas.State.FAILED) {
            settle(emitted, made.reason());
            return;
        }
        // The comparison also warms the shader up: its first picture is no measure.
        if (made.state() == ShaderCanvas.State.COMPILING || !rung.compare(slice, window)) {
            return;
        }
        double begin = Browser.now();
        rung.losses(slice, window, columns, rows, from, to);
        boolean isFaster = Browser.now() - begin < time;
        if (!isFaster) {
            trials.lost(time / (columns * (to - from)));
        }
        if (made.state() == ShaderCanvas.State.FAILED) {
            settle(emitted, made.reason());
        } else {
            settle(isFaster ? rung : emitted, isFaster ? "the shader is faster" : "the shader is slower");
        }
    }
}
