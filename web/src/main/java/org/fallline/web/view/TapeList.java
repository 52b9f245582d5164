package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.GradientCheck;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Moment;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Progress;
import org.fallline.math.Decimal;
import org.fallline.tensor.Tensor;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The tape as a log: what is given, then every op in the order of recording; the line of the present moment is marked. */
final class TapeList {
    private static final int DIGITS = 6;

    /** So many numbers are read at a glance; more are rounded further. */
    private static final int FEW = 3;

    private static final int BRIEFLY = 3;

    private final HTMLElement heading = Html.text("h3", "", Words.say("computation.tape"));
    private final HTMLElement list = Html.element("ol", "tape-lines");
    private final HTMLElement element = Html.element("div", "tape", heading, list);
    private final Consumer<Node> chosen;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Explanation of;

    /** {@code chosen} receives the node whose line is pressed. */
    TapeList(Consumer<Node> chosen) {
        this.chosen = chosen;
    }

    HTMLElement element() {
        return element;
    }

    /** A line, whose texts change and which stays. */
    private final class Line {
        private final Node node;
        private final HTMLElement numbers = Html.text("span", "numbers", "");
        private final HTMLElement value = Html.text("span", "value", "");
        private final HTMLElement derivative = Html.text("span", "value", "");
        private final HTMLElement back;
        private final HTMLElement compared = Html.text("span", "compared", "");
        private final HTMLElement item;

        Line(Node node, int number, Explanation explanation) {
            this.node = node;
            Explanation.Forward line = explanation.forward(node);
            HTMLElement formula = Html.element("span", "formula", Html.text("b", "symbol", line.name()));
            if (line.formula().isEmpty()) {
                boolean isData = line.op().equals("constant");
                formula.appendChild(Html.text(
                        "span", "given", isData ? Words.say("computation.data") : Words.say("computation.parameter")));
            } else {
                formula.appendChild(Html.text("span", "", " = " + line.formula()));
            }
            formula.appendChild(numbers);
            String loss = explanation.graph().name(explanation.loss());
            back = Html.element(
                    "span", "back", Html.text("b", "symbol", "∂" + loss + "/∂" + line.name()), derivative, compared);
            HTMLElement button = Html.button("tape-line", "", () -> chosen.accept(this.node));
            button.appendChild(Html.text("span", "op-number", number == 0 ? "" : String.valueOf(number)));
            button.appendChild(formula);
            button.appendChild(value);
            button.appendChild(back);
            item = Html.element("li", "", button);
        }

        void show(Progress progress, @Nullable Node opened, GradientCheck.@Nullable Derivative difference) {
            Explanation explanation = progress.explanation();
            boolean isComputed = progress.isComputed(node);
            String written = node.inputs().isEmpty() || !isComputed
                    ? ""
                    : " = " + Decimal.typeset(explanation.forward(node).numbers());
            Html.setText(numbers, written);
            show(value, isComputed ? explanation.value(node).tensor() : null, false);
            Tensor sum = progress.derivative(node);
            Html.setVisible(back, sum != null);
            show(derivative, sum, progress.isPartial(node));
            Html.setText(compared, difference == null || sum == null ? "" : Comparison.text(difference));
            Html.setClass(compared, "differs", difference != null && !difference.agrees());
            Html.setClass(item, "pending", !isComputed);
            Html.setClass(item, "opened", node == opened);
            boolean isCurrent = node == progress.current();
            Html.setClass(item, "current", isCurrent);
            if (isCurrent) {
                Html.setAttribute(item, "aria-current", "step");
            } else if (item.hasAttribute("aria-current")) {
                item.removeAttribute("aria-current");
            }
        }

        private static void show(HTMLElement output, @Nullable Tensor tensor, boolean more) {
            if (tensor == null) {
                Html.setText(output, "");
                return;
            }
            boolean isWritten = Tensor.isBrief(tensor.shape());
            boolean isLong = isWritten && tensor.shape().size() > FEW;
            String text = Decimal.typeset(tensor.brief(isLong ? BRIEFLY : DIGITS));
            Html.setText(output, more ? text + " + …" : text);
            // More numbers have a line of their own.
            Html.setClass(output, "long", isLong);
            // All its digits, unless it is shown as its shape alone.
            Html.setAttribute(output, "title", isWritten ? tensor.toString() : "");
        }
    }

    /** What a node's comparison found, if it is known. */
    interface Differences {
        GradientCheck.@Nullable Derivative of(Node node);
    }

    /** Shows a moment. */
    void show(Progress progress, @Nullable Node opened, Differences differences) {
        if (progress.explanation() != of) {
            of = progress.explanation();
            rebuild(progress);
        }
        Moment moment = progress.moment();
        boolean isForward = moment != null && moment.pass() == Moment.Pass.FORWARD;
        Html.setText(heading, isForward ? Words.say("computation.tape") : Words.say("computation.walkedBack"));
        for (Line line : lines) {
            line.show(progress, opened, differences.of(line.node));
        }
    }

    private void rebuild(Progress progress) {
        lines.clear();
        List<HTMLElement> items = new ArrayList<>();
        for (Node node : progress.explanation().graph().nodes()) {
            if (!Graph.isNumber(node)) {
                Line line = new Line(node, progress.number(node), progress.explanation());
                lines.add(line);
                items.add(line.item);
            }
        }
        Html.replaceChildren(list, items);
    }
}
