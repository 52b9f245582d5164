package org.fallline.scene;

/** Something painted: one of seven kinds, each painted over the marks before it. */
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

    /**
     * A surface in projection: quadrilaterals over shared vertices, to be painted in this order, from back to front.
     *
     * @param x the vertices' pixel columns; a vertex that no quadrilateral uses may be anything
     * @param y the vertices' pixel rows
     * @param colors of the vertices, opaque; between them a painter mixes, or takes the mean of each quadrilateral
     * @param quads four indices of vertices after another, around each quadrilateral; its half (0, 1, 2) lies behind its
     *     half (0, 2, 3)
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Mesh(double[] x, double[] y, int[] colors, int[] quads) implements Mark {
        /** How far painters without seamless edges paint a quadrilateral beyond its own, in px: no ground shines through. */
        private static final double OVERLAP = 0.45;

        public Mesh {
            requireSameLength(x, y);
            if (colors.length != x.length || quads.length % 4 != 0) {
                throw new IllegalArgumentException("a mesh needs a color for each of its " + x.length
                        + " vertices and four indices a quadrilateral, but has " + colors.length + " colors and "
                        + quads.length + " indices");
            }
        }

        /** The number of quadrilaterals. */
        public int count() {
            return quads.length / 4;
        }

        /** A quadrilateral in its mean colour, a little enlarged, for painters that fill polygons. */
        public Area area(int index) {
            double[] px = new double[4];
            double[] py = new double[4];
            double middleX = 0;
            double middleY = 0;
            int red = 2;
            int green = 2;
            int blue = 2;
            for (int i = 0; i < 4; i++) {
                int vertex = quads[4 * index + i];
                px[i] = x[vertex];
                py[i] = y[vertex];
                middleX += px[i] / 4;
                middleY += py[i] / 4;
                red += Color.red(colors[vertex]);
                green += Color.green(colors[vertex]);
                blue += Color.blue(colors[vertex]);
            }
            for (int i = 0; i < 4; i++) {
                px[i] += overlap(px[i] - middleX);
                py[i] += overlap(py[i] - middleY);
            }
            return new Area(px, py, 0xff000000 | (red / 4) << 16 | (green / 4) << 8 | (blue / 4));
        }

        /** Away from the middle, and by as much in narrow quadrilaterals as in wide ones. */
        private static double overlap(double offset) {
            return offset > OVERLAP ? OVERLAP : offset < -OVERLAP ? -OVERLAP : offset;
        }

        @Override
        public void paint(Painter painter) {
            painter.mesh(this);
        }
    }

    private static void requireSameLength(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("points need as many x as y, but have " + x.length + " and " + y.length);
        }
    }
}
