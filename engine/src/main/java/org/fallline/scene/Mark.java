package org.fallline.scene;

/** Something painted: one of six kinds, each painted over the marks before it. */
public sealed interface Mark {
    /** Hands this mark to the painter's method for its kind. */
    void paint(Painter painter);

    /**
     * An image of {@code columns × rows} pixels, row-major from the top left, stretched over a rectangle; with
     * {@code smooth}, values between pixel centres are interpolated, otherwise each pixel is a rectangle.
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Raster(int[] pixels, int columns, int rows, double x, double y, double width, double height, boolean smooth)
            implements Mark {
        public Raster {
            if (columns < 1 || rows < 1 || pixels.length != columns * rows) {
                throw new IllegalArgumentException("a raster of " + columns + " × " + rows + " pixels needs as many,"
                        + " but got " + pixels.length);
            }
        }

        @Override
        public void paint(Painter painter) {
            painter.raster(this);
        }
    }

    /** A filled polygon, closed by itself, even-odd where it crosses itself. */
    @SuppressWarnings("ArrayRecordComponent")
    record Area(double[] x, double[] y, int color) implements Mark {
        public Area {
            requireSameLength(x, y);
        }

        /** The rectangle with this top left corner. */
        static Area rectangle(double x, double y, double width, double height, int color) {
            return new Area(
                    new double[] {x, x + width, x + width, x}, new double[] {y, y, y + height, y + height}, color);
        }

        @Override
        public void paint(Painter painter) {
            painter.area(this);
        }
    }

    /**
     * A polyline with round joins and caps, closed on demand; one stroke, so that a translucent colour does not add up
     * where the line crosses itself. {@code dash} alternates drawn and skipped lengths; empty is solid.
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Line(double[] x, double[] y, boolean closed, int color, double width, double[] dash) implements Mark {
        private static final double[] SOLID = {};

        public Line {
            requireSameLength(x, y);
        }

        /** A solid open polyline. */
        static Line open(double[] x, double[] y, int color, double width) {
            return new Line(x, y, false, color, width, SOLID);
        }

        /** A solid segment. */
        static Line segment(double x1, double y1, double x2, double y2, int color, double width) {
            return open(new double[] {x1, x2}, new double[] {y1, y2}, color, width);
        }

        @Override
        public void paint(Painter painter) {
            painter.line(this);
        }
    }

    /** A filled circle, with an outline centred on its edge where {@code strokeWidth} is positive. */
    record Dot(double x, double y, double radius, int fill, int stroke, double strokeWidth) implements Mark {
        @Override
        public void paint(Painter painter) {
            painter.dot(this);
        }
    }

    /** A straight shaft from (x1, y1) that ends in a filled triangular head with its tip at (x2, y2). */
    record Arrow(double x1, double y1, double x2, double y2, int color, double width) implements Mark {
        /** The head's length and breadth: 4 px and three times the shaft's width, or all of a shorter arrow. */
        public double headLength() {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double length = Math.sqrt(dx * dx + dy * dy);
            double head = 4 + 3 * width;
            return head < length ? head : length;
        }

        /** The head as an area, for painters to fill. */
        public Area head() {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double length = Math.sqrt(dx * dx + dy * dy);
            double ux = length > 0 ? dx / length : 0;
            double uy = length > 0 ? dy / length : 0;
            double h = headLength();
            double baseX = x2 - h * ux;
            double baseY = y2 - h * uy;
            return new Area(
                    new double[] {x2, baseX - uy * h / 2, baseX + uy * h / 2},
                    new double[] {y2, baseY + ux * h / 2, baseY - ux * h / 2},
                    color);
        }

        /** The shaft up to the middle of the head, as a line for painters to stroke. */
        public Line shaft() {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double length = Math.sqrt(dx * dx + dy * dy);
            double share = length > 0 ? (length - headLength() / 2) / length : 0;
            return Line.segment(x1, y1, x1 + share * dx, y1 + share * dy, color, width);
        }

        @Override
        public void paint(Painter painter) {
            painter.arrow(this);
        }
    }

    /**
     * One line of text in the reader's interface font, placed by its baseline at {@code y}. {@code size} is in CSS
     * pixels. A {@code halo} that is not fully transparent is an outline 3 px wide behind the letters.
     */
    record Label(String text, double x, double y, Anchor anchor, double size, boolean bold, int color, int halo)
            implements Mark {
        /** The point of the text that is at {@code x}. */
        public enum Anchor {
            START,
            MIDDLE,
            END
        }

        @Override
        public void paint(Painter painter) {
            painter.label(this);
        }
    }

    private static void requireSameLength(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("points need as many x as y, but have " + x.length + " and " + y.length);
        }
    }
}
