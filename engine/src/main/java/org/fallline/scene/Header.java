package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.CriticalPoint;
import org.fallline.math.Real;
import org.fallline.say.Say;
import org.fallline.survey.Findings;

/** The top of a figure whose colours are losses: what its signs mean, and the bar of its map beside or below that. */
final class Header {
    static final double PAD = 12;

    /** On narrow figures the map needs the room more than what the description tells too. */
    private static final int MOST_ROWS_NARROW = 3;

    private static final double LEAST_BAR = 80;

    private final Terrain terrain;
    private final double size;
    private final List<List<Legend.Entry>> rows;
    private final boolean rowsBesideBar;
    private final double barWidth;
    private final double barTop;

    /** {@code entries} begin with the names of so many paths, which are always there. */
    Header(Terrain terrain, double width, List<Legend.Entry> entries, int paths) {
        this.terrain = terrain;
        size = Axes.fontSize(width);
        double third = width * 0.34;
        double most = 20 * size;
        double full = width - 2 * PAD;
        double name = Legend.textWidth(LossTexts.name(terrain.scale()), size);
        double wanted = third < 130 ? 130 : third > most ? most : third;
        // The name of a base of sixteen digits needs more room than the bar leaves on a narrow figure.
        barWidth = Real.min(wanted, Real.max(LEAST_BAR, full - name - 8));
        double beside = full - barWidth - name - 3 * size;
        rowsBesideBar = Legend.rows(entries, beside, size).size() <= 1 && beside > 100;
        List<List<Legend.Entry>> all = Legend.rows(entries, rowsBesideBar ? beside : full, size);
        int room = width < 480
                ? Math.max(
                        MOST_ROWS_NARROW,
                        Legend.rows(entries.subList(0, paths), full, size).size())
                : all.size();
        rows = all.subList(0, Math.min(room, all.size()));
        barTop = PAD - 2 + (rowsBesideBar ? 0 : rows.size() * rowHeight());
    }

    private double rowHeight() {
        return size + 8 * Legend.unit(size);
    }

    /** Where the header ends. */
    double bottom() {
        return barTop + size + (Legend.BAR + 13) * Legend.unit(size);
    }

    void paint(double barRight, List<Mark> marks) {
        if (terrain.grid().finiteCount() > 0) {
            Legend.bar(terrain.scale(), terrain.map(), terrain.theme(), barRight, barTop, barWidth, size, marks);
        }
        for (int i = 0; i < rows.size(); i++) {
            double baseline = rowsBesideBar
                    ? barTop + Legend.BAR * Legend.unit(size) + 1
                    : PAD - 2 + i * rowHeight() + size * 0.85;
            Legend.names(rows.get(i), PAD, baseline, size, terrain.theme(), marks);
        }
    }

    /** What the signs on a landscape mean: its paths, the arrows of the step, and the kinds of points there are; the same at every step. */
    static List<Legend.Entry> entries(LandscapeFigure figure) {
        Theme theme = figure.terrain().theme();
        List<Legend.Entry> entries = new ArrayList<>();
        boolean shadows = false;
        for (LandscapeFigure.Path path : figure.paths()) {
            entries.add(Legend.Entry.stroke(path.name(), theme.optimizer(path.color())));
            for (int i = 0; i < path.u().length && !shadows; i++) {
                shadows = path.isOffPlane(i);
            }
        }
        if (shadows) {
            int color = theme.mutedInk();
            entries.add(new Legend.Entry(
                    Say.of("legend.planeShadow", "shadow of a state off the plane"),
                    (x, y, unit, out) -> key(theme, unit).shadow(x, y, color, out)));
        }
        List<CriticalMark> unknown = figure.facts().critical().stream()
                .filter(point -> !figure.isKnown(point))
                .toList();
        facts(theme, figure.facts(), unknown, !figure.minima().isEmpty(), entries);
        return entries;
    }

    /** What the signs of facts mean; {@code critical} are those points that are shown as what was found. */
    static void facts(
            Theme theme, Facts facts, List<CriticalMark> critical, boolean hasKnown, List<Legend.Entry> entries) {
        for (StepArrow arrow : facts.arrows()) {
            entries.add(new Legend.Entry(
                    arrow.name(), (x, y, unit, out) -> StepArrows.key(arrow.kind(), x, y, unit, theme, out)));
        }
        if (hasKnown) {
            entries.add(new Legend.Entry(
                    Say.of("legend.knownMinimum", "known minimum"),
                    (x, y, unit, out) -> key(theme, unit).minimum(x, y, out)));
        }
        for (CriticalPoint.Kind kind : CriticalPoint.Kind.values()) {
            if (critical.stream().anyMatch(point -> point.kind() == kind)) {
                entries.add(new Legend.Entry(
                        Findings.name(kind),
                        (x, y, unit, out) -> key(theme, unit).critical(kind, x, y, out)));
            }
        }
        if (facts.field() != null) {
            entries.add(new Legend.Entry(
                    Say.of("legend.field", "gradient field"),
                    (x, y, unit, out) -> FieldArrows.key(x, y, unit, theme.ink(), out)));
        }
    }

    /** The signs as small as a legend has them. */
    static Glyphs key(Theme theme, double unit) {
        return new Glyphs(theme, 0.85 * unit);
    }
}
