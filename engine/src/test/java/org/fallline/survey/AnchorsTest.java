package org.fallline.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.View;
import org.fallline.experiment.Waypoint;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private static final Waypoint FIFTH = new Waypoint.Walked(0, 5);
    private static final Waypoint GIVEN = new Waypoint.Given(List.of(7.0, 8.0, 9.0));

    @Test
    void startOfAWalk_isKnownBeforeAnythingHasWalked() {
        Anchors anchors = anchors(Cut.of(new PlaneSpec.Axes(0, 1)), 0, List.of());
        assertArrayEquals(new double[] {1, 1, 1}, anchors.center());
        assertEquals(1, anchors.states());
    }

    @Test
    void laterStep_isUnknownUntilItHasBeenWalked() {
        Experiment experiment = experiment(Cut.of(new PlaneSpec.Random(1)).withAnchor(0, 3), 0);
        assertNull(Anchors.of(experiment, List.of()));
        assertArrayEquals(
                new double[] {3, 6, -3}, anchors(experiment, List.of(walk(11))).center());
    }

    @Test
    void followingCut_goesThroughTheStepAtWhichTimeStands() {
        Cut cut = Cut.of(new PlaneSpec.Random(1)).withAnchor(0, 3).following(true);
        assertArrayEquals(
                new double[] {8, 16, -8}, anchors(cut, 8, List.of(walk(11))).center());
    }

    @Test
    void walkThatEndedEarly_isMetAtItsLastState() {
        Cut cut = Cut.of(new PlaneSpec.Axes(0, 1)).withAnchor(0, 9);
        assertArrayEquals(
                new double[] {4, 8, -4}, anchors(cut, 0, List.of(walk(5))).center());
    }

    @Test
    void waypoint_ofAWalkThatIsMissing_isUnknown() {
        Waypoint other = new Waypoint.Walked(1, 2);
        Experiment experiment = experiment(Cut.of(new PlaneSpec.Line(GIVEN, other)), 0);
        assertNull(Anchors.of(experiment, List.of(walk(11))));
        Anchors known = anchors(experiment, List.of(walk(11), walk(11)));
        assertArrayEquals(new double[] {7, 8, 9}, known.points().get(0));
        assertArrayEquals(new double[] {2, 4, -2}, known.points().get(1));
    }

    @Test
    void waypoints_areInTheOrderOfThePlane() {
        Waypoint start = new Waypoint.Walked(0, 0);
        Anchors anchors = anchors(Cut.of(new PlaneSpec.Points(FIFTH, GIVEN, start)), 0, List.of(walk(11)));
        assertArrayEquals(new double[] {5, 10, -5}, anchors.points().get(0));
        assertArrayEquals(new double[] {7, 8, 9}, anchors.points().get(1));
        assertArrayEquals(new double[] {1, 1, 1}, anchors.points().get(2));
    }

    @Test
    void shortPath_isTakenWhole() {
        Cut cut = Cut.of(new PlaneSpec.Principal()).withAnchor(0, 10);
        Anchors anchors = anchors(cut, 0, List.of(walk(11)));
        assertEquals(11, anchors.states());
        for (int i = 0; i < 11; i++) {
            assertEquals(i, anchors.path()[3 * i]);
        }
    }

    @Test
    void longPath_isThinnedEvenlyAndKeepsBothEnds() {
        Cut cut = Cut.of(new PlaneSpec.Principal()).withAnchor(0, 5000);
        Anchors anchors = anchors(cut, 0, List.of(walk(5001)));
        assertEquals(256, anchors.states());
        assertEquals(0, anchors.path()[0]);
        assertArrayEquals(new double[] {5000, 10000, -5000}, anchors.center());
        for (int i = 1; i < 256; i++) {
            double gap = anchors.path()[3 * i] - anchors.path()[3 * (i - 1)];
            assertTrue(gap == 19 || gap == 20, "a gap of " + gap); // 5000 / 255 = 19.6
        }
    }

    @Test
    void otherWalks_areKnownUpToTheSameStepByAFewStates() {
        Cut cut = Cut.of(new PlaneSpec.Principal()).withAnchor(1, 1000);
        double[] beside =
                anchors(cut, 0, List.of(walk(3), walk(1001), walk(1001))).beside();
        // All three of the short one, 48 of the long one.
        assertEquals(3 * (3 + 48), beside.length);
        assertArrayEquals(new double[] {0, 0, 0, 1, 2, -1, 2, 4, -2, 0, 0}, Arrays.copyOf(beside, 11));
        assertEquals(1000, beside[beside.length - 3]);
        assertEquals(
                0,
                anchors(cut.withPlane(new PlaneSpec.Random(1)), 0, List.of(walk(3), walk(1001)))
                        .beside()
                        .length);
    }

    @Test
    void planeOfAllParameters_isTheSameWhereverTheWalkIs() {
        ProblemSpec two = new ProblemSpec.Function("", "x^2 + y^2", Map.of());
        Experiment experiment = Experiment.of(two).withView(View.DEFAULT.withCut(Cut.DEFAULT.following(true)));
        Anchors atStart = Anchors.of(experiment, List.of());
        Trajectory walk = new Trajectory(2, new double[2], new double[] {1, 1, 2, 3}, new double[4], null);
        Anchors later = Anchors.of(experiment.withView(experiment.view().withStep(1)), List.of(walk));
        assertNotNull(atStart);
        assertNotNull(later);
        assertTrue(atStart.same(later));
    }

    @Test
    void same_comparesNumbers() {
        Anchors one = plane(1, 2, 3, 4);
        assertTrue(one.same(plane(1, 2, 3, 4)));
        assertFalse(one.same(plane(1, 2, 3, 5)));
        assertFalse(one.same(plane(1, 0, 3, 4)));
        assertFalse(one.same(new Anchors(one.path(), 2, one.beside(), List.of())));
        assertFalse(one.same(new Anchors(one.path(), 2, new double[] {5, 6}, one.points())));
    }

    private static Anchors plane(double x, double y, double pointX, double pointY) {
        return new Anchors(new double[] {x, y}, 2, new double[0], List.of(new double[] {pointX, pointY}));
    }

    /** A walk whose state after i steps is (i, 2i, −i). */
    private static Trajectory walk(int length) {
        double[] params = new double[3 * length];
        for (int i = 0; i < length; i++) {
            params[3 * i] = i;
            params[3 * i + 1] = 2 * i;
            params[3 * i + 2] = -i;
        }
        return new Trajectory(3, new double[length], params, new double[3 * length], null);
    }

    private static Experiment experiment(Cut cut, int step) {
        return Experiment.of(new ProblemSpec.Function("", "x^2 + y^2 + z^2", Map.of()))
                .withStart(List.of(1.0, 1.0, 1.0))
                .withView(View.DEFAULT.withCut(cut).withStep(step));
    }

    private static Anchors anchors(Cut cut, int step, List<Trajectory> walks) {
        return anchors(experiment(cut, step), walks);
    }

    private static Anchors anchors(Experiment experiment, List<Trajectory> walks) {
        Anchors anchors = Anchors.of(experiment, walks);
        assertNotNull(anchors);
        return anchors;
    }
}
