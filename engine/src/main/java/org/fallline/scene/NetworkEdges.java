package org.fallline.scene;

import java.util.List;
import org.fallline.math.Real;
import org.fallline.probe.Wiring;

/** The edges of a network's figure: curves that leave a unit and reach the next one level. */
final class NetworkEdges {
    private static final int SEGMENTS = 10;
    private static final double THINNEST = 0.7;
    private static final double THICKEST = 5.5;

    /** A pointer so near to an edge means it, in CSS px. */
    private static final double NEAR = 6;

    private final NetworkFigure figure;
    private final NetworkPlaces places;
    private final Wiring wiring;
    private final double largest;

    NetworkEdges(NetworkFigure figure, NetworkPlaces places) {
        this.figure = figure;
        this.places = places;
        this.wiring = figure.wiring();
        this.largest = figure.largest();
    }

    /** What is done with an edge. */
    private interface Edge {
        void at(int parameter, double fromX, double fromY, double toX, double toY, double thickest);
    }

    private void forEach(Edge edge) {
        for (int column = 1; column < wiring.columns().size(); column++) {
            double least = figure.least(column);
            double fromX = places.x(column - 1) + places.size(column - 1) / 2;
            double toX = places.x(column) - places.size(column) / 2;
            // Small units have thin edges: thick ones would hide each other.
            double thickest = Real.min(THICKEST, 1.2 + 0.25 * Real.min(places.size(column - 1), places.size(column)));
            for (int from = 0; from < wiring.columns().get(column - 1).units(); from++) {
                for (int to = 0; to < wiring.columns().get(column).units(); to++) {
                    int parameter = wiring.weight(column, from, to);
                    if (Math.abs(figure.shown()[parameter]) >= least || parameter == figure.marked()) {
                        edge.at(parameter, fromX, places.y(column - 1, from), toX, places.y(column, to), thickest);
                    }
                }
            }
        }
    }

    void paint(List<Mark> marks) {
        forEach((parameter, fromX, fromY, toX, toY, thickest) -> {
            double share = share(parameter);
            int color = Color.withOpacity(color(parameter), 0.3 + 0.65 * share);
            marks.add(curve(fromX, fromY, toX, toY, color, THINNEST + (thickest - THINNEST) * share));
        });
    }

    /** Paints the edges that are chosen or pointed at again, over all else. */
    void emphasize(List<Mark> marks) {
        forEach((parameter, fromX, fromY, toX, toY, thickest) -> {
            if (parameter == figure.marked() || parameter == figure.pointed()) {
                double width = THINNEST + (thickest - THINNEST) * share(parameter);
                int ink = figure.theme().ink();
                marks.add(curve(fromX, fromY, toX, toY, ink, width + 3));
                marks.add(curve(fromX, fromY, toX, toY, color(parameter), width));
            }
        });
    }

    private double share(int parameter) {
        double share = Math.abs(figure.shown()[parameter]) / largest;
        return share <= 1 ? share : 1;
    }

    private int color(int parameter) {
        double number = figure.shown()[parameter];
        return figure.theme().sign(number < 0 ? -0.85 : number > 0 ? 0.85 : 0.2);
    }

    private static Mark.Line curve(double fromX, double fromY, double toX, double toY, int color, double width) {
        double[] x = new double[SEGMENTS + 1];
        double[] y = new double[SEGMENTS + 1];
        for (int i = 0; i <= SEGMENTS; i++) {
            double t = (double) i / SEGMENTS;
            x[i] = fromX + (toX - fromX) * t;
            y[i] = fromY + (toY - fromY) * level(t);
        }
        return Mark.Line.open(x, y, color, width);
    }

    /** From 0 to 1 with level ends. */
    private static double level(double t) {
        return t * t * (3 - 2 * t);
    }

    /** The weight of the nearest edge, if one is near. */
    int weightAt(double x, double y) {
        int[] found = {NetworkFigure.NOTHING};
        double[] distance = {NEAR};
        forEach((parameter, fromX, fromY, toX, toY, thickest) -> {
            double t = (x - fromX) / (toX - fromX);
            if (t < 0 || t > 1) {
                return;
            }
            double off = Math.abs(y - (fromY + (toY - fromY) * level(t)));
            // Of edges that cross, the stronger one is meant.
            if (off < distance[0] - 0.01
                    || (off < distance[0] + 1 && found[0] >= 0 && share(parameter) > share(found[0]))) {
                distance[0] = off < distance[0] ? off : distance[0];
                found[0] = parameter;
            }
        });
        return found[0];
    }
}
