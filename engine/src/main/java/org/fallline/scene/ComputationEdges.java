package org.fallline.scene;

import java.util.IdentityHashMap;
import java.util.List;
import org.fallline.autodiff.Explanation.Flow;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Folding;
import org.fallline.diagram.Folding.Link;
import org.fallline.diagram.Route;
import org.fallline.tensor.Tensor;

/** The edges of a computation's figure: values go right along them, and derivatives back, as wide as they are large. */
final class ComputationEdges {
    private static final double THIN = 1.25;
    private static final double THICKEST = 7;
    private static final double HEAD = 7;
    private static final int DIGITS = 4;
    /** Of the labels, in CSS pixels. */
    private static final double SIZE = 11;

    /** Between a label and the boxes beside it, with the tip of an edge at its left. */
    private static final double ROOM_LEFT = 15;

    private static final double ROOM_RIGHT = 4;

    private final ComputationPlan plan;
    private final Progress progress;
    private final Theme theme;
    private final double largest;

    ComputationEdges(ComputationFigure figure) {
        this.plan = figure.plan();
        this.progress = figure.progress();
        this.theme = figure.theme();
        this.largest = largest(plan);
    }

    /** The largest that flows back along an edge once all has: widths mean the same at every moment. */
    static double largest(ComputationPlan plan) {
        Progress all = new Progress(plan.explanation(), null);
        double largest = 0;
        for (Link link : plan.folding().links()) {
            double size = Current.of(plan.folding(), link, all).size();
            largest = size > largest && size < Double.POSITIVE_INFINITY ? size : largest;
        }
        return largest > 0 ? largest : 1;
    }

    /**
     * What has flowed back along a link.
     *
     * @param size the Euclidean norm
     * @param sign from −1, all negative, to 1; NaN if nothing has flowed
     * @param number the only number, if it is one; else NaN
     * @param receiver the node it flowed to; any if there are several
     */
    private record Current(double size, double sign, double number, Node receiver) {
        static Current of(Folding folding, Link link, Progress progress) {
            IdentityHashMap<Node, double[]> sums = new IdentityHashMap<>();
            for (Flow flow : progress.flows()) {
                if (link.carried().contains(flow.receiver())
                        && folding.vertices().get(link.to()).nodes().contains(flow.user())) {
                    Tensor value = flow.value().tensor();
                    double[] sum = sums.computeIfAbsent(
                            flow.receiver(), key -> new double[value.shape().size()]);
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += value.at(i);
                    }
                }
            }
            double squares = 0;
            double sum = 0;
            double magnitudes = 0;
            int count = 0;
            for (double[] numbers : sums.values()) {
                for (double number : numbers) {
                    squares += number * number;
                    sum += number;
                    magnitudes += Math.abs(number);
                    count++;
                }
            }
            return new Current(
                    Math.sqrt(squares),
                    sums.isEmpty()
                            ? Double.NaN
                            : magnitudes > 0 && magnitudes < Double.POSITIVE_INFINITY ? sum / magnitudes : 0,
                    count == 1 ? sum : Double.NaN,
                    link.carried().get(0));
        }

        boolean hasFlowed() {
            return !Double.isNaN(sign);
        }
    }

    void paint(List<Mark> marks) {
        for (boolean lit : new boolean[] {false, true}) {
            for (int i = 0; i < plan.folding().links().size(); i++) {
                Link link = plan.folding().links().get(i);
                if (isLit(link) == lit) {
                    paint(link, plan.drawing().routes().get(i).polyline(), lit, marks);
                }
            }
        }
    }

    /** Whether something goes along it now. */
    private boolean isLit(Link link) {
        return link.carried().stream()
                .anyMatch(from -> plan.folding().vertices().get(link.to()).nodes().stream()
                        .anyMatch(user -> progress.isCurrent(from, user)));
    }

    private void paint(Link link, double[][] points, boolean lit, List<Mark> marks) {
        double[] x = points[0];
        double[] y = points[1];
        for (int i = 0; i < x.length; i++) {
            x[i] += plan.left();
            y[i] += ComputationPlan.TOP;
        }
        int last = x.length - 1;
        Current current = Current.of(plan.folding(), link, progress);
        if (!current.hasFlowed()) {
            boolean carries = link.carried().stream().allMatch(progress::isComputed);
            double opacity = lit ? 1 : carries ? 0.55 : 0.22;
            int color = Color.withOpacity(lit ? theme.ink() : theme.mutedInk(), opacity);
            marks.add(Mark.Line.open(x, y, color, lit ? 2.25 : THIN));
            head(x[last], y[last], -1, HEAD, color, marks);
            return;
        }
        double share = Math.sqrt(current.size() / largest);
        double width = THIN + (THICKEST - THIN) * (share <= 1 ? share : 1);
        int color = current.sign() == 0 ? theme.mutedInk() : theme.sign(shade(current));
        marks.add(
                Mark.Line.open(x, y, lit ? theme.ink() : Color.withOpacity(theme.ink(), 0.28), width + (lit ? 3 : 1)));
        marks.add(Mark.Line.open(x, y, color, width));
        head(x[0], y[0], 1, HEAD + width * 0.9, color, marks);
    }

    /** Writes the numbers of edges that need one, over the boxes: what flows now, and what is added up. */
    void label(List<Mark> marks) {
        for (int i = 0; i < plan.folding().links().size(); i++) {
            Link link = plan.folding().links().get(i);
            Current current = Current.of(plan.folding(), link, progress);
            if (current.hasFlowed()
                    && !Double.isNaN(current.number())
                    && (isLit(link) || usesOf(current.receiver()) > 1)) {
                Route route = plan.drawing().routes().get(i);
                double room = route.x()[2] - route.x()[1] - ROOM_LEFT - ROOM_RIGHT;
                String text = Legend.fitting(current.number(), DIGITS, SIZE, room);
                if (text.isEmpty()) {
                    continue;
                }
                marks.add(new Mark.Label(
                        text,
                        plan.left() + (route.x()[1] + ROOM_LEFT + route.x()[2] - ROOM_RIGHT) / 2,
                        ComputationPlan.TOP + (route.y()[1] + route.y()[2]) / 2 + 4,
                        Mark.Label.Anchor.MIDDLE,
                        SIZE,
                        isLit(link),
                        current.number() < 0 ? theme.sign(-1) : theme.sign(1),
                        theme.background()));
            }
        }
    }

    /** Even where signs are mixed the colour tells which outweighs. */
    private static double shade(Current current) {
        double strength = 0.35 + 0.5 * Math.abs(current.sign());
        return current.sign() < 0 ? -strength : strength;
    }

    private int usesOf(Node node) {
        int uses = 0;
        for (Link link : plan.folding().links()) {
            uses += link.carried().contains(node) ? 1 : 0;
        }
        return uses;
    }

    /** An arrowhead with its tip at a point, towards the left for 1 and towards the right for −1 along x. */
    private static void head(double x, double y, int back, double length, int color, List<Mark> marks) {
        double baseX = x + back * length;
        double half = length * 0.5;
        marks.add(new Mark.Area(new double[] {x, baseX, baseX}, new double[] {y, y - half, y + half}, color));
    }
}
