package org.fallline.web.model;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Waypoint;
import org.fallline.web.words.Phrase;

/** The kinds of planes, as a visitor chooses among them. */
public enum PlaneChoice {
    AXES("plane.axes") {
        @Override
        PlaneSpec plane(State state) {
            return new PlaneSpec.Axes(0, 1);
        }
    },
    RANDOM("plane.random") {
        @Override
        PlaneSpec plane(State state) {
            return new PlaneSpec.Random(0);
        }
    },
    PRINCIPAL("plane.principal") {
        @Override
        PlaneSpec plane(State state) {
            return new PlaneSpec.Principal();
        }

        /** The path so far, or all of it when none has been walked. */
        @Override
        int anchor(State state) {
            return state.step() > 1 ? state.step() : state.experiment().steps();
        }
    },
    CURVATURE("plane.curvature") {
        @Override
        PlaneSpec plane(State state) {
            return new PlaneSpec.Curvature();
        }
    },
    POINTS("plane.points") {
        @Override
        PlaneSpec plane(State state) {
            Waypoint third = new Waypoint.Walked(state.inspected(), middle(state));
            return new PlaneSpec.Points(START, end(state), third);
        }
    },
    LINE("plane.line") {
        @Override
        PlaneSpec plane(State state) {
            return new PlaneSpec.Line(START, end(state));
        }
    };

    private static final Waypoint START = new Waypoint.Walked(0, 0);

    private final String key;

    PlaneChoice(String key) {
        this.key = key;
    }

    /** As the menu calls it. */
    public Phrase label() {
        return Phrase.of(key);
    }

    /** A plane of this kind that suits what is shown. */
    abstract PlaneSpec plane(State state);

    /** The step of the walk that the plane goes through at first. */
    int anchor(State state) {
        return state.step();
    }

    /** Shows a plane of this kind. */
    public Intent intent() {
        return ViewIntents.plane(this);
    }

    private static Waypoint end(State state) {
        return new Waypoint.Walked(state.inspected(), state.experiment().steps());
    }

    /** A step that is neither the start nor the end. */
    private static int middle(State state) {
        Experiment experiment = state.experiment();
        int step = state.step();
        return step > 0 && step < experiment.steps()
                ? step
                : Math.max(Math.min(1, experiment.steps()), experiment.steps() / 4);
    }

    /** The choice that a plane is. */
    public static PlaneChoice of(PlaneSpec plane) {
        return switch (plane.kind()) {
            case AXES -> AXES;
            case RANDOM -> RANDOM;
            case PRINCIPAL -> PRINCIPAL;
            case CURVATURE -> CURVATURE;
            case POINTS -> POINTS;
            case LINE -> LINE;
        };
    }
}
