package org.fallline.scene;

import java.util.List;
import java.util.stream.Collectors;
import org.fallline.autodiff.Progress;
import org.fallline.autodiff.Progress.Rule;
import org.fallline.diagram.Folding.Vertex;
import org.fallline.math.Decimal;
import org.fallline.say.Say;
import org.fallline.tensor.Tensor;

/** What a figure of a computation shows, in words. */
final class ComputationText {
    private static final int DIGITS = 4;

    private ComputationText() {}

    static String describe(ComputationFigure figure) {
        Progress progress = figure.progress();
        StringBuilder text = new StringBuilder(Say.of("computation.graph", "The computation as a graph."));
        text.append(' ').append(progress.title()).append('.');
        for (Rule rule : progress.rules()) {
            text.append(' ').append(rule.formula());
            text.append(rule.numbers().isEmpty() ? "" : " = " + rule.numbers());
            text.append(rule.sum().isEmpty() ? "" : "; " + rule.sum()).append('.');
        }
        List<Vertex> vertices = figure.plan().folding().vertices();
        String all = vertices.stream().map(vertex -> vertex(figure, vertex)).collect(Collectors.joining("; "));
        text.append(' ').append(Say.of("computation.vertices", "From left to right: {0}.", all));
        return Decimal.typeset(text.toString());
    }

    private static String vertex(ComputationFigure figure, Vertex vertex) {
        Progress progress = figure.progress();
        String text = figure.plan().title(vertex);
        if (vertex.isFolded()) {
            text = Say.of(
                    "computation.folded",
                    "{0}, {1} ops folded",
                    text,
                    vertex.nodes().size());
        }
        if (vertex.nodes().stream().allMatch(progress::isComputed)) {
            text += ": " + progress.explanation().value(vertex.result()).brief(DIGITS);
        }
        Tensor derivative = progress.derivative(vertex.result());
        if (derivative != null) {
            text = Say.of("computation.withGradient", "{0}, gradient {1}", text, derivative.brief(DIGITS));
        }
        return text;
    }
}
