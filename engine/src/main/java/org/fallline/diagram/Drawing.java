package org.fallline.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fallline.math.Real;

/**
 * A diagram in its place, from (0, 0) to (width, height): columns of boxes that do not overlap, and edges that run around them.
 *
 * @param places of the boxes
 * @param routes of the edges
 */
public record Drawing(double width, double height, List<Place> places, List<Route> routes) {
    /** The most pixels between two edges that leave or reach a box. */
    private static final double PORTS_APART = 10;

    /** Of a box's side, so much has edges. */
    private static final double PORTS_SHARE = 0.6;

    /** A box by its top left corner. */
    public record Place(double x, double y, double width, double height) {
        /** The middle, from top to bottom. */
        public double middle() {
            return y + height / 2;
        }

        /** The right side. */
        public double right() {
            return x + width;
        }

        /** Whether a point is on the box. */
        public boolean has(double px, double py) {
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }
    }

    public Drawing {
        places = List.copyOf(places);
        routes = List.copyOf(routes);
    }

    /**
     * The drawing of a diagram.
     *
     * @param gap between two columns, in CSS px
     */
    public static Drawing of(Diagram diagram, double gap) {
        Layering layering = new Layering(diagram);
        Ordering.apply(layering);
        double[] middle = Placement.of(layering);
        double top = Placement.top(layering, middle);
        double[] left = new double[layering.columns().size() + 1];
        double[] right = new double[left.length];
        double width = 0;
        for (int c = 0; c < layering.columns().size(); c++) {
            double widest = 0;
            for (int item : layering.columns().get(c)) {
                widest = layering.isBend(item)
                        ? widest
                        : Real.max(widest, diagram.boxes().get(item).width());
            }
            left[c] = width + (c == 0 ? 0 : gap);
            right[c] = left[c] + widest;
            width = right[c];
        }
        List<Place> places = new ArrayList<>();
        double height = 0;
        for (int box = 0; box < diagram.boxes().size(); box++) {
            Diagram.Box size = diagram.boxes().get(box);
            int column = layering.column(box);
            double x = left[column] + (right[column] - left[column] - size.width()) / 2;
            Place place = new Place(x, middle[box] - top - size.height() / 2, size.width(), size.height());
            places.add(place);
            height = Real.max(height, place.y() + place.height());
        }
        for (double y : middle) {
            height = Real.max(height, y - top);
        }
        return new Drawing(width, height, places, routes(layering, middle, top, left, right, places));
    }

    private static List<Route> routes(
            Layering layering, double[] middle, double top, double[] left, double[] right, List<Place> places) {
        int count = layering.diagram().edges().size();
        double[] leaves = ports(layering, middle, places, true);
        double[] reaches = ports(layering, middle, places, false);
        List<Route> routes = new ArrayList<>();
        for (int edge = 0; edge < count; edge++) {
            int[] chain = layering.chain(edge);
            int first = layering.column(chain[0]);
            double[] x = new double[2 * chain.length];
            double[] y = new double[2 * chain.length];
            for (int i = 0; i < chain.length; i++) {
                boolean begins = i == 0;
                boolean ends = i == chain.length - 1;
                double level = begins ? leaves[edge] : ends ? reaches[edge] : middle[chain[i]] - top;
                x[2 * i] = begins ? places.get(chain[i]).right() : left[first + i];
                x[2 * i + 1] = ends ? places.get(chain[i]).x() : right[first + i];
                y[2 * i] = level;
                y[2 * i + 1] = level;
            }
            routes.add(new Route(x, y));
        }
        return routes;
    }

    /** Where edges leave or reach their boxes: side by side, in the order of where they go to or come from. */
    private static double[] ports(Layering layering, double[] middle, List<Place> places, boolean leaving) {
        List<Diagram.Edge> edges = layering.diagram().edges();
        List<List<Integer>> atBox = new ArrayList<>();
        places.forEach(place -> atBox.add(new ArrayList<>()));
        double[] towards = new double[edges.size()];
        for (int edge = 0; edge < edges.size(); edge++) {
            int[] chain = layering.chain(edge);
            towards[edge] = middle[leaving ? chain[1] : chain[chain.length - 2]];
            atBox.get(leaving ? chain[0] : chain[chain.length - 1]).add(edge);
        }
        double[] ports = new double[edges.size()];
        for (int box = 0; box < atBox.size(); box++) {
            List<Integer> own = atBox.get(box);
            own.sort(Comparator.comparingDouble(edge -> towards[edge]));
            Place place = places.get(box);
            double apart = Real.min(PORTS_APART, PORTS_SHARE * place.height() / Math.max(1, own.size()));
            for (int i = 0; i < own.size(); i++) {
                ports[own.get(i)] = place.middle() + (i - (own.size() - 1) / 2.0) * apart;
            }
        }
        return ports;
    }

    /** The box at a point, or −1. */
    public int boxAt(double x, double y) {
        for (int box = 0; box < places.size(); box++) {
            if (places.get(box).has(x, y)) {
                return box;
            }
        }
        return -1;
    }
}
