package org.fallline.experiment;

import java.util.List;

/** A point of parameter space that a plane or a line goes through. */
public sealed interface Waypoint {
    /** Where an optimizer stands after some steps; step 0 is the start. */
    record Walked(int optimizer, int step) implements Waypoint {
        @Override
        public Waypoint within(int optimizers, int steps) {
            return new Walked(Math.min(optimizer, optimizers - 1), Math.min(step, steps));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.walked(this);
        }
    }

    /** Given parameters, by the problem's layout. */
    record Given(List<Double> params) implements Waypoint {
        public Given {
            params = List.copyOf(params);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.given(this);
        }
    }

    /** The same as far as there are so many optimizers and steps. */
    default Waypoint within(int optimizers, int steps) {
        return this;
    }

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** One method a case. */
    interface Visitor<R> {
        R walked(Walked waypoint);

        R given(Given waypoint);
    }
}
