package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.experiment.Trajectory;
import org.junit.jupiter.api.Test;

class NightWalkTest {
    private static NightWalk walk() {
        ValueAndGradient bowl = ValueAndGradient.of(
                ParameterLayout.scalars(List.of("x", "y")),
                at -> Ops.add(Ops.square(at.get(0)), Ops.square(at.get(1))));
        return new NightWalk(bowl, new double[] {3, 4});
    }

    @Test
    void start_isFelt() {
        NightWalk walk = walk();
        assertEquals(25, walk.loss());
        assertArrayEquals(new double[] {6, 8}, walk.gradient());
        assertEquals(0, walk.steps());
    }

    @Test
    void step_goesStraightOn_byItsLength() {
        NightWalk walk = walk();
        walk.walk(Math.atan2(-4, -3), 5);
        assertArrayEquals(new double[] {0, 0}, walk.place(), 1e-14);
        assertEquals(1, walk.steps());
        Trajectory trajectory = walk.trajectory();
        assertEquals(2, trajectory.length());
        assertEquals(25, trajectory.loss(0));
        assertArrayEquals(new double[] {6, 8}, trajectory.gradient(0));
    }
}
