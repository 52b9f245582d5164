package org.fallline.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fallline.diagram.Diagram.Box;
import org.fallline.diagram.Diagram.Edge;
import org.fallline.diagram.Drawing.Place;
import org.fallline.math.Key;
import org.junit.jupiter.api.Test;

/** What a reader sees of a layout: order, room, and few crossings. */
class DrawingTest {
    private static final Box BOX = new Box(60, 40);

    @Test
    void chain_drawn_isAStraightLine() {
        Drawing drawing = Drawing.of(new Diagram(List.of(BOX, BOX, BOX), List.of(new Edge(0, 1), new Edge(1, 2))), 40);
        assertEquals(
                List.of(new Place(0, 0, 60, 40), new Place(100, 0, 60, 40), new Place(200, 0, 60, 40)),
                drawing.places());
        assertEquals(260, drawing.width());
        assertEquals(40, drawing.height());
    }

    @Test
    void source_usedLate_standsJustLeftOfItsUse() {
        // 0 → 1 → 3 → 4, and 2 is used by 3 alone.
        Drawing drawing = Drawing.of(
                new Diagram(
                        List.of(BOX, BOX, BOX, BOX, BOX),
                        List.of(new Edge(0, 1), new Edge(1, 3), new Edge(2, 3), new Edge(3, 4))),
                40);
        assertEquals(drawing.places().get(1).x(), drawing.places().get(2).x());
    }

    @Test
    void crossings_ofTwoPairsJoinedCrosswise_areUntangled() {
        Diagram crosswise = new Diagram(List.of(BOX, BOX, BOX, BOX), List.of(new Edge(0, 3), new Edge(1, 2)));
        Layering layering = new Layering(crosswise);
        assertEquals(1, Ordering.crossings(layering));
        Ordering.apply(layering);
        assertEquals(0, Ordering.crossings(layering));
    }

    @Test
    void crossings_ofTheCompleteBipartiteGraphs_areTheFewestThereAre() {
        // With straight edges between two columns, K(m, n) has m(m−1)/2 · n(n−1)/2 crossings whatever the order.
        for (int m = 2; m <= 4; m++) {
            List<Box> boxes = new ArrayList<>();
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < 2 * m; i++) {
                boxes.add(BOX);
            }
            for (int i = 0; i < m; i++) {
                for (int j = m; j < 2 * m; j++) {
                    edges.add(new Edge(i, j));
                }
            }
            Layering layering = new Layering(new Diagram(boxes, edges));
            Ordering.apply(layering);
            assertEquals(m * (m - 1) / 2 * (m * (m - 1) / 2), Ordering.crossings(layering));
        }
    }

    @Test
    void crossings_ofAShuffledTree_areNone() {
        // Eight leaves meet in pairs, the pairs' boxes given in another order than their leaves.
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            boxes.add(BOX);
        }
        int[] parent = {11, 8, 9, 10, 8, 11, 10, 9, 13, 12, 13, 12, 14, 14};
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            edges.add(new Edge(i, parent[i]));
        }
        Layering layering = new Layering(new Diagram(boxes, edges));
        assertTrue(Ordering.crossings(layering) > 0);
        Ordering.apply(layering);
        assertEquals(0, Ordering.crossings(layering));
    }

    @Test
    void drawings_ofRandomGraphs_keepBoxesApartAndEdgesOffThem() {
        for (int seed = 0; seed < 60; seed++) {
            Diagram diagram = random(seed);
            Drawing drawing = Drawing.of(diagram, 40);
            for (int i = 0; i < drawing.places().size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertFalse(
                            overlap(drawing.places().get(i), drawing.places().get(j)), "seed " + seed);
                }
                Place place = drawing.places().get(i);
                assertTrue(place.x() >= 0 && place.right() <= drawing.width() + 1e-9, "seed " + seed);
                assertTrue(place.y() >= -1e-9 && place.y() + place.height() <= drawing.height() + 1e-9, "seed " + seed);
            }
            for (int e = 0; e < diagram.edges().size(); e++) {
                runsToTheRightOffOthers(drawing, e, diagram.edges().get(e), "seed " + seed + ", edge " + e);
            }
        }
    }

    private static void runsToTheRightOffOthers(Drawing drawing, int edge, Edge of, String where) {
        double[][] points = drawing.routes().get(edge).polyline();
        for (int i = 0; i < points[0].length; i++) {
            double x = points[0][i];
            double y = points[1][i];
            assertTrue(i == 0 || x >= points[0][i - 1] - 1e-9, where);
            for (int box = 0; box < drawing.places().size(); box++) {
                boolean isOwn = box == of.from() || box == of.to();
                assertFalse(!isOwn && drawing.places().get(box).has(x, y), where + " runs through box " + box);
            }
        }
        assertEquals(drawing.places().get(of.from()).right(), points[0][0], where);
        assertEquals(drawing.places().get(of.to()).x(), points[0][points[0].length - 1], where);
    }

    private static boolean overlap(Place a, Place b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.y() + b.height() && b.y() < a.y() + a.height();
    }

    private static Diagram random(int seed) {
        Key key = Key.of(seed);
        int count = 3 + (int) (key.split(0).uniform(0) * 20);
        List<Box> boxes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int to = 0; to < count; to++) {
            boxes.add(new Box(
                    40 + 80 * key.split(1).split(to).uniform(0),
                    30 + 60 * key.split(2).split(to).uniform(0)));
            for (int from = 0; from < to; from++) {
                if (key.split(3).split(to).split(from).uniform(0) < 3.0 / count) {
                    edges.add(new Edge(from, to));
                }
            }
        }
        return new Diagram(boxes, edges);
    }

    @Test
    void exampleOfThePackage_runs() {
        Diagram.Box box = new Diagram.Box(60, 30);
        List<Diagram.Edge> edges = List.of(new Diagram.Edge(0, 1), new Diagram.Edge(1, 2), new Diagram.Edge(0, 2));
        Drawing drawing = Drawing.of(new Diagram(List.of(box, box, box), edges), 40);
        double right = drawing.places().get(2).x();
        assertEquals(200, right);
    }

    @Test
    void edge_toAnEarlierBox_isRefused() {
        List<Box> boxes = List.of(BOX, BOX);
        List<Edge> backwards = List.of(new Edge(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Diagram(boxes, backwards));
    }
}
