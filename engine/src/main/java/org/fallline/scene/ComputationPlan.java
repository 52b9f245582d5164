package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Node;
import org.fallline.diagram.Diagram;
import org.fallline.diagram.Drawing;
import org.fallline.diagram.Folding;
import org.fallline.diagram.Folding.Group;
import org.fallline.diagram.Folding.Vertex;
import org.fallline.math.Real;

/**
 * Where the parts of a computation stand in its figure: made once for a graph and what of it is folded, shown at every moment.
 *
 * @param explanation the computation
 * @param groups what can be folded
 * @param folding what is drawn as one
 * @param drawing where it is drawn, inside the figure's margins
 * @param width of the figure in CSS px: as wide as asked for, or as it needs
 * @param left where the drawing begins
 */
public record ComputationPlan(
        Explanation explanation, List<Group> groups, Folding folding, Drawing drawing, double width, double left) {
    static final double FONT = 12;
    static final double VALUE_FONT = 13;
    static final double MARGIN = 14;
    /** Above the drawing, for what the colours mean. */
    static final double TOP = 38;

    static final double PAD = 8;
    /** The height of a line with a formula. */
    static final double TITLE = 21;

    static final double LINE = 18;

    /** The room of a tensor's map. */
    static final double MAP_WIDTH = 58;

    static final double MAP_HEIGHT = 40;

    /** A tensor of so many numbers is written rather than mapped. */
    private static final int MOST_WRITTEN = 2;

    private static final int LONGEST_TITLE = 24;
    private static final double NUMBER_WIDTH = 70;
    private static final double LEAST_GAP = 46;
    private static final double MOST_GAP = 84;

    public ComputationPlan {
        groups = List.copyOf(groups);
    }

    /**
     * Plans the figure of a computation.
     *
     * @param open the numbers of the groups that are not folded
     * @param width that the figure should have
     */
    public static ComputationPlan of(Explanation explanation, List<Group> groups, Set<Integer> open, double width) {
        Folding folding = Folding.of(explanation.graph(), groups, open);
        List<Diagram.Box> boxes = new ArrayList<>();
        for (Vertex vertex : folding.vertices()) {
            boxes.add(box(explanation, groups, vertex));
        }
        List<Diagram.Edge> edges = folding.links().stream()
                .map(link -> new Diagram.Edge(link.from(), link.to()))
                .toList();
        Diagram diagram = new Diagram(boxes, edges);
        // Where there is room columns stand further apart, and edges rise less steeply.
        Drawing least = Drawing.of(diagram, LEAST_GAP);
        double perGap = Drawing.of(diagram, LEAST_GAP + 1).width() - least.width();
        double room = width - 2 * MARGIN - least.width();
        double more = perGap > 0 && room > 0 ? Real.min(MOST_GAP - LEAST_GAP, room / perGap) : 0;
        Drawing drawing = more > 0 ? Drawing.of(diagram, LEAST_GAP + more) : least;
        double whole = Math.ceil(Real.max(width, drawing.width() + 2 * MARGIN));
        return new ComputationPlan(explanation, groups, folding, drawing, whole, (whole - drawing.width()) / 2);
    }

    /** In CSS px. */
    public double height() {
        return Math.ceil(TOP + drawing.height() + MARGIN + 4);
    }

    private static Diagram.Box box(Explanation explanation, List<Group> groups, Vertex vertex) {
        // Bold letters are wider.
        double letters = vertex.isFolded() ? 1.1 * FONT : FONT;
        double title = 2 * PAD + Legend.textWidth(title(explanation, groups, vertex), letters);
        if (isMapped(vertex.result())) {
            double height = TITLE + MAP_HEIGHT + LINE + 6;
            return new Diagram.Box(Real.max(title, 2 * PAD + 2 * MAP_WIDTH + 6), height);
        }
        double numbers = 2 * PAD + NUMBER_WIDTH * vertex.result().shape().size();
        return new Diagram.Box(Real.max(title, numbers), TITLE + 2 * LINE + 5);
    }

    /** Whether a node's numbers are shown as a map. */
    static boolean isMapped(Node node) {
        return node.shape().size() > MOST_WRITTEN || node.shape().size() == 0;
    }

    /** What stands above a box's numbers. */
    String title(Vertex vertex) {
        return title(explanation, groups, vertex);
    }

    private static String title(Explanation explanation, List<Group> groups, Vertex vertex) {
        String title;
        if (vertex.isFolded()) {
            Group group = groups.get(vertex.group());
            title = group.text().isEmpty() ? group.name() : group.name() + " · " + group.text();
        } else {
            Explanation.Forward line = explanation.forward(vertex.result());
            title = line.formula().isEmpty() ? line.name() : line.name() + " = " + line.formula();
        }
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** The vertex at a pixel, by its number; −1 where there is none. */
    public int vertexAt(double x, double y) {
        return drawing.boxAt(x - left, y - TOP);
    }
}
