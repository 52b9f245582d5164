package org.fallline.survey;

import org.fallline.autodiff.ValueAndGradient;
import org.fallline.landscape.CriticalPoints;
import org.fallline.landscape.CriticalSearch;
import org.fallline.landscape.GradientField;
import org.fallline.landscape.Plane;
import org.fallline.landscape.Surface;
import org.fallline.landscape.TurningPoints;
import org.fallline.landscape.Window;

/**
 * The work that makes {@link Findings}, done piece by piece: whoever does it can answer other questions in between, or give up.
 *
 * <p>Critical points are looked for on a grid of {@value #MOST_CELLS} cells a side where a value of the loss takes up to
 * {@value #LATTICE_WORK} / {@value #MOST_CELLS}² multiplications, and on fewer, but {@value #LEAST_CELLS} at least, where it takes
 * more, as of a network with many examples. How many derivatives may be computed beside is bounded in the same way.
 */
public final class Exploration {
    private static final int MOST_CELLS = 32;
    private static final int LEAST_CELLS = 8;

    /** Cells along a line for each along a side of a plane: they cost as little. */
    private static final int LINE_FACTOR = 8;

    /** Multiplications of values: their gradients on the grid take about 0.1 s on the JVM. */
    private static final long LATTICE_WORK = 50_000_000;

    /** Arrows a side at least, and so many a side on the finest grid: as many as a map has room for. */
    private static final int LEAST_ARROWS = 8;

    private static final int MOST_ARROWS = 20;

    /** Arrows along a line for each along a side of a plane. */
    private static final int LINE_ARROWS = 2;

    /** Multiplications of values, of the derivatives on the way from the grid to the points: two seconds at worst. */
    private static final long EVALUATION_WORK = 4 * LATTICE_WORK;

    private static final int MOST_EVALUATIONS = 40_000;

    /** Enough to follow two places that lead nowhere, and many that do. */
    private static final int LEAST_EVALUATIONS = 1600;

    private final Slice slice;
    private final Window window;
    private final GradientField.Sampling field;
    private final CriticalPoints.Search search;

    public Exploration(Derivatives derivatives, Slice slice, Window window) {
        this.slice = slice;
        this.window = window;
        long work = Math.max(1, derivatives.work());
        int cells = cells(work);
        ValueAndGradient function = derivatives.function();
        Surface surface = slice.surface(function);
        SliceDerivatives within = new SliceDerivatives(derivatives, slice);
        int arrows = Math.max(LEAST_ARROWS, MOST_ARROWS * cells / MOST_CELLS);
        Plane plane = slice.plane();
        if (plane == null) {
            field = new GradientField.Sampling(function::valueAndGradient, slice.line(), window, LINE_ARROWS * arrows);
            search = new TurningPoints(surface, within, window, cells * LINE_FACTOR);
        } else {
            long evaluations = Math.max(LEAST_EVALUATIONS, Math.min(MOST_EVALUATIONS, EVALUATION_WORK / work));
            field = new GradientField.Sampling(function::valueAndGradient, plane, window, arrows, arrows);
            search = new CriticalSearch(surface, within, window, cells, (int) evaluations);
        }
    }

    /** The most cells a side whose corners are within the work. */
    static int cells(long work) {
        int cells = MOST_CELLS;
        while (cells > LEAST_CELLS && (cells + 1L) * (cells + 1L) > LATTICE_WORK / work) {
            cells--;
        }
        return cells;
    }

    /** Does a piece of the work: a gradient, or one place followed to its critical point. False when nothing is left. */
    public boolean advance() {
        return field.advance() || search.advance();
    }

    /** What has been found; all of it once {@link #advance} has said false. */
    public Findings findings() {
        return new Findings(slice, window, field.field(), search.found());
    }
}
