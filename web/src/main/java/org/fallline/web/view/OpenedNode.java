package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Progress;
import org.fallline.math.Decimal;
import org.fallline.scene.Scene;
import org.fallline.scene.TensorFigure;
import org.fallline.scene.Theme;
import org.fallline.tensor.Tensor;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A node of a computation opened: its value and its gradient as maps with their numbers, and how the gradient is formed. */
final class OpenedNode {
    private static final double WIDEST = 420;
    /** Padding and border, as the style sheet has them. */
    private static final double AROUND = 26;

    private final HTMLElement title = Html.text("h3", "", "");
    private final HTMLElement given = Html.text("p", "hint", "");
    private final Map value = new Map();
    private final Map derivative = new Map();
    private final HTMLElement rules = Html.element("ol", "rules");
    private final HTMLElement element;

    /** {@code closed} is called when the reader has had enough. */
    OpenedNode(Runnable closed) {
        HTMLElement close = Html.button("quiet", "×", closed);
        close.setAttribute("aria-label", Words.say("computation.close"));
        HTMLElement maps = Html.element("div", "tensors", value.canvas, derivative.canvas);
        element = Html.element(
                "div", "opened-node", Html.element("div", "opened-head", title, close), given, maps, rules);
        element.setAttribute("role", "group");
        Html.setVisible(element, false);
    }

    /** A tensor on a canvas. */
    private static final class Map {
        private final HTMLCanvasElement canvas = (HTMLCanvasElement) Html.element("canvas", "");
        private final CanvasPainter painter = new CanvasPainter(canvas);

        Map() {
            canvas.setAttribute("role", "img");
        }

        void show(String name, @Nullable Tensor tensor, double width, Theme theme) {
            Html.setVisible(canvas, tensor != null);
            if (tensor != null) {
                Scene scene = new TensorFigure(theme, width, name, tensor).scene();
                painter.paint(scene);
                Html.setAttribute(canvas, "aria-label", Decimal.typeset(scene.description()));
                Sizes.fit(canvas, scene);
            }
        }
    }

    HTMLElement element() {
        return element;
    }

    /** Shows a node, or nothing. */
    void show(Progress progress, @Nullable Node node, double room, Theme theme) {
        Html.setVisible(element, node != null);
        if (node == null) {
            return;
        }
        Explanation explanation = progress.explanation();
        Explanation.Forward line = explanation.forward(node);
        String name = line.name();
        Html.setText(title, name + (line.formula().isEmpty() ? "" : " = " + line.formula()));
        Html.setAttribute(element, "aria-label", Words.say("computation.opened", name));
        double width = Math.max(160, Math.min(room - AROUND, WIDEST));
        value.show(name, progress.isComputed(node) ? explanation.value(node).tensor() : null, width, theme);
        String loss = explanation.graph().name(explanation.loss());
        derivative.show("∂" + loss + "/∂" + name, progress.derivative(node), width, theme);
        boolean isAsked = explanation.derivative(node) != null;
        Html.setText(
                given,
                !isAsked
                        ? Words.say("computation.noGradient")
                        : node == explanation.loss() ? Words.say("computation.begins") : "");
        Html.setVisible(given, !isAsked || node == explanation.loss());
        boolean hasFlowed = progress.derivative(node) != null;
        List<HTMLElement> items = hasFlowed ? RuleList.of(progress.received(node)) : new ArrayList<HTMLElement>();
        Html.replaceChildren(rules, items);
    }
}
