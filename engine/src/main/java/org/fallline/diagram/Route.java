package org.fallline.diagram;

/**
 * The way of an edge: points from left to right, in pairs of one level beside or behind each other's boxes, and between two pairs
 * a curve with level ends.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Route(double[] x, double[] y) {
    /** Points a curve. */
    private static final int SEGMENTS = 12;

    /** The way as a polyline: an array of x and one of y. */
    public double[][] polyline() {
        int curves = x.length / 2 - 1;
        int count = x.length + curves * (SEGMENTS - 1);
        double[][] points = new double[2][count];
        int at = 0;
        for (int i = 0; i < x.length; i++) {
            points[0][at] = x[i];
            points[1][at++] = y[i];
            boolean isCurve = i % 2 == 1 && i + 1 < x.length;
            for (int k = 1; isCurve && k < SEGMENTS; k++) {
                double t = (double) k / SEGMENTS;
                points[0][at] = x[i] + (x[i + 1] - x[i]) * t;
                points[1][at++] = y[i] + (y[i + 1] - y[i]) * t * t * (3 - 2 * t);
            }
        }
        return points;
    }
}
