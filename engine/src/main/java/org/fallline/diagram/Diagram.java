package org.fallline.diagram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be drawn: boxes, and edges from left to right.
 *
 * @param boxes in an order in which every edge goes from an earlier to a later one, so that there are no cycles
 * @param edges at most one between two boxes
 */
public record Diagram(List<Box> boxes, List<Edge> edges) {
    /** A box's size in CSS px. */
    public record Box(double width, double height) {}

    /** What joins two boxes, by their numbers. */
    public record Edge(int from, int to) {}

    public Diagram {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
        Set<Edge> known = new LinkedHashSet<>();
        for (Edge edge : edges) {
            if (edge.from() < 0 || edge.from() >= edge.to() || edge.to() >= boxes.size()) {
                throw new IllegalArgumentException("an edge from box " + edge.from() + " to box " + edge.to()
                        + ": expected one from an earlier to a later of " + boxes.size());
            }
            if (!known.add(edge)) {
                throw new IllegalArgumentException("two edges from box " + edge.from() + " to box " + edge.to());
            }
        }
    }
}
