package org.fallline.scene;

import java.util.List;
import org.fallline.autodiff.Progress;
import org.fallline.autodiff.Progress.Rule;
import org.fallline.diagram.Folding.Vertex;
import org.fallline.math.Decimal;
import org.fallline.tensor.Tensor;

/** What a figure of a computation shows, in words. */
final class ComputationText {
    private static final int DIGITS = 4;

    private ComputationText() {}

    static String describe(ComputationFigure figure) {
        Progress progress = figure.progress();
        StringBuilder text = new StringBuilder("The computation as a graph. ");
        text.append(progress.title()).append('.');
        for (Rule rule : progress.rules()) {
            text.append(' ').append(rule.formula());
            text.append(rule.numbers().isEmpty() ? "" : " = " + rule.numbers());
            text.append(rule.sum().isEmpty() ? "" : "; " + rule.sum()).append('.');
        }
        List<Vertex> vertices = figure.plan().folding().vertices();
        text.append(" From left to right:");
        for (int i = 0; i < vertices.size(); i++) {
            text.append(i == 0 ? " " : "; ").append(vertex(figure, vertices.get(i)));
        }
        return Decimal.typeset(text.append('.').toString());
    }

    private static String vertex(ComputationFigure figure, Vertex vertex) {
        Progress progress = figure.progress();
        StringBuilder text = new StringBuilder(figure.plan().title(vertex));
        if (vertex.isFolded()) {
            text.append(", ").append(vertex.nodes().size()).append(" ops folded");
        }
        if (vertex.nodes().stream().allMatch(progress::isComputed)) {
            text.append(": ")
                    .append(progress.explanation().value(vertex.result()).brief(DIGITS));
        }
        Tensor derivative = progress.derivative(vertex.result());
        if (derivative != null) {
            text.append(", gradient ").append(derivative.brief(DIGITS));
        }
        return text.toString();
    }
}
