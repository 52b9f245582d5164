package org.fallline.web.view;

import org.fallline.scene.StepFigure;

/** The step that a pointer is at in one of the charts by step, shown in all of them. */
final class PointedStep {
    private final Runnable changed;
    private int step = StepFigure.NOWHERE;

    /** Nothing is pointed at; {@code changed} is called when that changes. */
    PointedStep(Runnable changed) {
        this.changed = changed;
    }

    /** The step, or {@link StepFigure#NOWHERE}. */
    int step() {
        return step;
    }

    void point(int at) {
        if (at != step) {
            step = at;
            changed.run();
        }
    }
}
