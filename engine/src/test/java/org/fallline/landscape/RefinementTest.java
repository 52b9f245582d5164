package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RefinementTest {
    private static final Window WINDOW = new Window(-5, 5, -5, 5);

    @Test
    void quadratic_needsNoFinerGrid() {
        Refinement refinement = between((u, v) -> u * u + 4 * v * v - u * v, 5);
        assertEquals(0, refinement.deviation(), 1e-14);
        assertEquals(0, refinement.pixels());
        assertFalse(refinement.isNextLevelVisible());
    }

    @Test
    void slope_isDisplacedByItsDeviationOverItsSlope() {
        // From 0 at u = −5 to 10 at u = 5, but the new sample in the middle is 0.1 too high: Δ = 0.01 of the scale, and
        // the slope is 1/512 a pixel.
        Grid coarse = new Grid(WINDOW, 2, 2, new double[] {0, 10, 0, 10});
        Grid fine = new Grid(WINDOW, 3, 3, new double[] {0, 5.1, 10, 0, 5.1, 10, 0, 5.1, 10});
        Refinement refinement = Refinement.between(coarse, fine, new LossScale.Linear(0, 10), 512, 512);
        assertEquals(0.01, refinement.deviation(), 1e-15);
        // κ = 0.02 / 256², so d is a little less than Δ/g = 5.12: 2Δ / (g + √(g² + 2κΔ)).
        double g = 1.0 / 512;
        double d = 0.02 / (g + Math.sqrt(g * g + 2 * 0.02 / (256.0 * 256.0) * 0.01));
        assertEquals(d, refinement.pixels(), 1e-12);
        assertTrue(refinement.isNextLevelVisible());
    }

    @Test
    void smoothSurface_convergesAndIsLeftAloneWhenItIsFineEnough() {
        Surface wave = (u, v) -> Math.sin(u) * Math.cos(v) + 0.1 * u;
        double before = Double.POSITIVE_INFINITY;
        for (int side = 9; side <= 65; side = 2 * side - 1) {
            Refinement refinement = between(wave, side);
            assertTrue(refinement.deviation() < before / 4, side + ": " + refinement);
            assertEquals(side < 33, refinement.isNextLevelVisible(), side + ": " + refinement);
            before = refinement.deviation();
        }
    }

    @Test
    void poleThatIsClamped_doesNotCallForMore() {
        Grid coarse = grid((u, v) -> 1 / (u * u + v * v), 33);
        Grid fine = grid((u, v) -> 1 / (u * u + v * v), 65);
        Refinement refinement = Refinement.between(coarse, fine, new LossScale.Linear(0, 0.2), 512, 512);
        assertTrue(refinement.deviation() < 0.01, refinement.toString());
        assertFalse(refinement.isNextLevelVisible());
    }

    @Test
    void holes_areCountedAndLeftOut() {
        Refinement refinement = between((u, v) -> u > 0.1 ? Double.NaN : u + v, 9);
        assertTrue(refinement.holes() > 0);
        assertEquals(0, refinement.deviation(), 1e-15);
        assertEquals(0, between((u, v) -> Double.NaN, 5).holes());
        assertEquals(0, between((u, v) -> 3, 5).pixels());
    }

    @Test
    void gridsThatDoNotBelongTogether_areRefused() {
        Surface flat = (u, v) -> 0;
        LossScale scale = new LossScale.Linear(0, 1);
        Grid coarse = grid(flat, 5);
        assertThrows(IllegalArgumentException.class, () -> Refinement.between(coarse, grid(flat, 10), scale, 512, 512));
        Grid other = Grid.sample(flat, new Window(0, 1, 0, 1), 9, 9);
        assertThrows(IllegalArgumentException.class, () -> Refinement.between(coarse, other, scale, 512, 512));
    }

    private static Refinement between(Surface surface, int side) {
        Grid fine = grid(surface, 2 * side - 1);
        return Refinement.between(grid(surface, side), fine, LossScale.linear(fine), 512, 512);
    }

    private static Grid grid(Surface surface, int side) {
        return Grid.sample(surface, WINDOW, side, side);
    }
}
