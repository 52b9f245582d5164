package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Ticks;
import org.fallline.math.Real;

/** What explains a figure's colours: the names of its lines, and the bar of its map. */
final class Legend {
    private static final int BAR_PIXELS = 64;

    /** Height of the bar of a map on a figure of the usual size, in px. */
    static final double BAR = 8;

    private Legend() {}

    /** How much larger than usual signs and gaps are beside letters of this size. */
    static double unit(double size) {
        return size > 13 ? size / 13 : 1;
    }

    /** A sign's name, and how it is painted round a point. */
    record Entry(String name, Key key) {
        /** A line's name and colour. */
        static Entry stroke(String name, int color) {
            return new Entry(
                    name,
                    (x, y, unit, marks) ->
                            marks.add(Mark.Line.segment(x - 5.5 * unit, y, x + 5.5 * unit, y, color, 4 * unit)));
        }
    }

    /** A sign as a legend shows it, centred at a point and no wider than 16 px times {@code unit}. */
    interface Key {
        void paint(double x, double y, double unit, List<Mark> marks);
    }

    /** About as wide as the text in a usual interface font, in CSS px; painters' fonts differ by a tenth. */
    static double textWidth(String text, double size) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean narrow =
                    c == '.' || c == ',' || c == '·' || c == ' ' || c == 'i' || c == 'l' || (c > '⁰' && c < '₠');
            boolean wide = c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '→' || c == '↑';
            boolean capital = c >= 'A' && c <= 'Z';
            ems += narrow ? 0.34 : wide ? 0.9 : capital ? 0.68 : 0.58;
        }
        return ems * size;
    }

    private static double entryWidth(Entry entry, double size) {
        return 34 * unit(size) + textWidth(entry.name(), size);
    }

    /** The entries in rows no wider than {@code width}; an entry wider than that has a row of its own. */
    static List<List<Entry>> rows(List<Entry> entries, double width, double size) {
        List<List<Entry>> rows = new ArrayList<>();
        List<Entry> row = new ArrayList<>();
        double used = 0;
        for (Entry entry : entries) {
            double needed = entryWidth(entry, size);
            if (!row.isEmpty() && used + needed - 16 * unit(size) > width) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
            }
            row.add(entry);
            used += needed;
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    /** Paints a row of names, each after its sign. */
    static void names(List<Entry> row, double left, double baseline, double size, Theme theme, List<Mark> marks) {
        double x = left;
        double middle = baseline - size * 0.35;
        for (Entry entry : row) {
            entry.key().paint(x + 7.5 * unit(size), middle, unit(size), marks);
            marks.add(text(entry.name(), x + 19 * unit(size), baseline, Mark.Label.Anchor.START, size, theme.ink()));
            x += entryWidth(entry, size);
        }
    }

    /** Paints the map as a bar with its ticks below, {@code width} wide, its right end at {@code right}. */
    static void bar(
            LossScale scale,
            ColorMap map,
            Theme theme,
            double right,
            double top,
            double width,
            double size,
            List<Mark> marks) {
        double height = BAR * unit(size);
        double left = right - width;
        int[] pixels = new int[BAR_PIXELS];
        for (int i = 0; i < BAR_PIXELS; i++) {
            pixels[i] = map.argb((i + 0.5) / BAR_PIXELS);
        }
        marks.add(new Mark.Raster(pixels, BAR_PIXELS, 1, left, top, width, height, true));
        double[] cornersX = {left, right, right, left};
        double[] cornersY = {top, top, top + height, top + height};
        marks.add(new Mark.Line(cornersX, cornersY, true, Color.withOpacity(theme.ink(), 0.25), 1, new double[0]));
        double baseline = top + height + size + 2;
        marks.add(text(LossTexts.name(scale), left - 8, top + height, Mark.Label.Anchor.END, size, theme.ink()));
        double free = left - size;
        double[] ticks = scale.ticks(Math.max(2, (int) (width / (size * 3.6))));
        String[] texts = LossTexts.of(scale, ticks, Ticks.USUAL_DIGITS);
        for (int i = 0; i < ticks.length; i++) {
            double tick = ticks[i];
            String text = texts[i];
            double x = left + scale.unit(tick) * width;
            double half = textWidth(text, size) / 2;
            // The outer ones keep to the ends of the bar.
            double centre = Real.min(right + 2 - half, Real.max(left - size + half, x));
            if (centre - half < free || tick > scale.max()) {
                continue;
            }
            marks.add(Mark.Line.segment(x, top + height, x, top + height + 3, theme.mutedInk(), 1));
            marks.add(text(text, centre, baseline, Mark.Label.Anchor.MIDDLE, size, theme.mutedInk()));
            free = centre + half + size * 0.6;
        }
    }

    /** A number with as many digits, {@code most} at most, as a width has room for; empty if it has none for one. */
    static String fitting(double number, int most, double size, double width) {
        for (int digits = most; digits > 0; digits--) {
            String text = Ticks.text(number, digits);
            if (textWidth(text, size) <= width) {
                return text;
            }
        }
        return "";
    }

    static Mark.Label text(String text, double x, double y, Mark.Label.Anchor anchor, double size, int color) {
        return new Mark.Label(text, x, y, anchor, size, false, color, Color.TRANSPARENT);
    }
}
