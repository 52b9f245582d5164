package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Drawing.Place;
import org.fallline.diagram.Folding.Group;
import org.fallline.diagram.Folding.Vertex;
import org.fallline.experiment.Opened;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.math.Decimal;
import org.fallline.scene.ComputationFigure;
import org.fallline.scene.ComputationPlan;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.model.ComputationIntents;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Extent;
import org.fallline.web.platform.Frames;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Pointer;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The computation of the present step: its graph, the rule of the present moment, and its tape. The reader steps through it op by
 * op, opens nodes, folds groups, and compares every gradient with its central differences.
 */
final class ComputationTile implements Tile {
    private static final double SMALLEST_WIDTH = 240;

    private final Model model;
    private final Runnable changed;
    private final OpenedStep opened;
    private final TileFrame tile = TileFrame.of("computation", Words.say("computation.title"), Zone.SIDE, true);
    private final HTMLElement where = Html.text("span", "hint", "");
    private final MomentBar moments;
    private final HTMLElement compare = Html.element("input", "");
    private final HTMLElement verdict = Html.element("p", "hint verdict");
    private final HTMLElement groups = Html.element("div", "chips");
    private final HTMLElement scroller = Html.element("div", "graph");
    private final HTMLCanvasElement canvas = (HTMLCanvasElement) Html.element("canvas", "");
    private final CanvasPainter painter = new CanvasPainter(canvas);
    private final HTMLElement now = Html.text("p", "now", "");
    private final HTMLElement rules = Html.element("ol", "rules");
    private final OpenedNode detail;
    private final TapeList tape;
    private final Comparison comparison;
    private final Extent extent;
    private final List<Section> sections;
    private int pointed = ComputationFigure.NOTHING;
    private @Nullable Shown shown;
    private @Nullable Planned planned;
    private @Nullable ComputationPlan plan;
    /** The groups that have a button. */
    private List<Group> chips = List.of();

    private @Nullable Progress scrolledTo;

    /** What the view depends on. The progress is compared by identity: there is one a step and moment. */
    private record Shown(
            Progress progress,
            List<Group> groups,
            Set<Integer> open,
            Theme theme,
            double width,
            double ratio,
            @Nullable Node selected,
            int pointed,
            boolean compares,
            boolean compared) {
        Shown pointing(int other) {
            return new Shown(progress, groups, open, theme, width, ratio, selected, other, compares, compared);
        }
    }

    /** What the layout depends on. */
    private record Planned(Explanation explanation, Set<Integer> open, double width) {}

    ComputationTile(Model model, Frames frames, Runnable changed) {
        this.model = model;
        this.changed = changed;
        this.opened = new OpenedStep(model);
        this.moments = new MomentBar(model, opened);
        this.comparison = new Comparison(frames, changed);
        this.detail = new OpenedNode(() -> model.dispatch(ComputationIntents.openTensor("")));
        this.tape = new TapeList(this::choose);
        HTMLElement body = build();
        this.extent = new Extent(scroller, changed);
        this.sections = List.of(
                new Section(scroller, model, frames, this::showGraph),
                new Section(now, model, frames, this::showRules),
                new Section(tape.element(), model, frames, this::showTape));
        tile.element().appendChild(body);
    }

    private HTMLElement build() {
        Html.setClass(tile.element(), "computation", true);
        tile.header().appendChild(where);
        compare.setAttribute("type", "checkbox");
        Html.on(compare, "change", event -> model.dispatch(ComputationIntents.compare(Html.isChecked(compare))));
        HTMLElement label = Html.element("label", "check", compare);
        label.appendChild(Html.text("span", "", Words.say("computation.compare")));
        groups.setAttribute("role", "group");
        groups.setAttribute("aria-label", Words.say("computation.groups"));
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", Words.say("computation.title"));
        scroller.appendChild(canvas);
        scroller.setTabIndex(0);
        scroller.setAttribute("role", "group");
        scroller.setAttribute("aria-label", Words.say("computation.graph"));
        Html.on(scroller, "scroll", event -> showCut());
        Html.on(scroller, "keydown", event -> moments.key((KeyboardEvent) event));
        Html.on(canvas, "pointermove", event -> point((Pointer) event));
        Html.on(canvas, "pointerleave", event -> pointAt(ComputationFigure.NOTHING));
        Html.on(canvas, "click", event -> press((Pointer) event));
        rules.setAttribute("aria-label", Words.say("computation.rule"));
        now.setAttribute("role", "status");
        HTMLElement explained = Html.element("div", "explained", now, rules, detail.element());
        return Html.element(
                "div",
                "computation-body",
                Html.element("div", "drawn", moments.element(), groups, scroller, explained),
                Html.element("div", "logged", label, verdict, tape.element()));
    }

    /** Opens a node that was pressed, or closes it. */
    private void choose(Node node) {
        String name = opened.explanation().graph().name(node);
        boolean isOpen = model.experiment().view().computation().tensor().equals(name);
        model.dispatch(ComputationIntents.openTensor(isOpen ? "" : name));
    }

    private void point(Pointer event) {
        ComputationPlan present = plan;
        pointAt(present == null ? ComputationFigure.NOTHING : present.vertexAt(event.getOffsetX(), event.getOffsetY()));
    }

    private void pointAt(int vertex) {
        if (vertex != pointed) {
            pointed = vertex;
            Html.setClass(canvas, "on-node", vertex != ComputationFigure.NOTHING);
            changed.run();
        }
    }

    private void press(Pointer event) {
        ComputationPlan present = plan;
        int at = present == null ? ComputationFigure.NOTHING : present.vertexAt(event.getOffsetX(), event.getOffsetY());
        if (present == null || at == ComputationFigure.NOTHING) {
            return;
        }
        Vertex vertex = present.folding().vertices().get(at);
        if (vertex.isFolded()) {
            model.dispatch(ComputationIntents.open(opened.toggled(vertex.group())));
        } else {
            choose(vertex.result());
        }
    }

    @Override
    public TileFrame frame() {
        return tile;
    }

    @Override
    public boolean isPainted() {
        return plan != null;
    }

    @Override
    public void show() {
        if (!opened.turn()) {
            return;
        }
        Opened asked = model.experiment().view().computation();
        Html.setChecked(compare, asked.compared());
        boolean compares = asked.compared() && !model.state().playing();
        if (compares) {
            comparison.compare(opened.explanation(), opened.run());
        } else if (!asked.compared()) {
            comparison.forget();
        }
        Shown next = new Shown(
                opened.progress(),
                opened.groups(),
                opened.open(),
                Appearance.theme(),
                Math.max(SMALLEST_WIDTH, extent.width()),
                Browser.pixelRatio(),
                opened.explanation().graph().named(asked.tensor()),
                pointed,
                compares,
                comparison.isDone());
        Shown before = shown;
        if (!next.equals(before)) {
            shown = next;
            // Pointing changes the graph alone.
            boolean isPointing = before != null && next.equals(before.pointing(next.pointed()));
            sections.subList(0, isPointing ? 1 : sections.size()).forEach(Section::expire);
        }
        sections.forEach(Section::advance);
    }

    private void showGraph() {
        Shown of = Objects.requireNonNull(shown);
        ComputationPlan drawn = plan(of);
        Scene scene = new ComputationFigure(of.theme(), drawn, of.progress(), of.pointed()).scene();
        painter.paint(scene);
        Sizes.fit(canvas, scene);
        if (!model.state().playing()) {
            Html.setAttribute(canvas, "aria-label", scene.description());
        }
        showGroups(of.groups(), of.open());
        reveal(of.progress(), drawn);
        showCut();
    }

    /** Shows on which side the graph goes on. */
    private void showCut() {
        int left = scroller.getScrollLeft();
        int right = scroller.getScrollWidth() - scroller.getClientWidth() - left;
        Html.setClass(scroller, "cut-left", left > 1);
        Html.setClass(scroller, "cut-right", right > 1);
    }

    private ComputationPlan plan(Shown of) {
        Planned wanted = new Planned(of.progress().explanation(), of.open(), of.width());
        ComputationPlan made = plan;
        if (made == null || !wanted.equals(planned)) {
            made = ComputationPlan.of(of.progress().explanation(), of.groups(), of.open(), of.width());
            plan = made;
            planned = wanted;
            pointed = ComputationFigure.NOTHING;
        }
        return made;
    }

    /** Scrolls to where something is done now, if it is out of sight. */
    private void reveal(Progress progress, ComputationPlan drawn) {
        Node current = progress.current();
        if (progress == scrolledTo || current == null) {
            return;
        }
        scrolledTo = progress;
        Vertex vertex = drawn.folding().vertexOf(current);
        int number = vertex == null ? -1 : drawn.folding().vertices().indexOf(vertex);
        if (number >= 0) {
            Place place = drawn.drawing().places().get(number);
            double left = drawn.left() + place.x();
            boolean isSeen = left >= scroller.getScrollLeft()
                    && left + place.width() <= scroller.getScrollLeft() + extent.width();
            if (!isSeen) {
                scroller.setScrollLeft((int) Math.max(0, left + place.width() / 2 - extent.width() / 2));
            }
        }
    }

    private void showGroups(List<Group> all, Set<Integer> open) {
        Html.setVisible(groups, !all.isEmpty());
        if (!all.equals(chips)) {
            chips = all;
            List<HTMLElement> made = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                int group = i;
                made.add(Html.button(
                        "chip",
                        all.get(i).name(),
                        () -> model.dispatch(ComputationIntents.open(opened.toggled(group)))));
            }
            Html.replaceChildren(groups, made);
        }
        for (int i = 0; i < all.size(); i++) {
            HTMLElement chip = (HTMLElement) groups.getChildNodes().get(i);
            Html.setAttribute(chip, "aria-expanded", open.contains(i) ? "true" : "false");
        }
    }

    private void showRules() {
        Shown of = Objects.requireNonNull(shown);
        moments.show(of.progress());
        List<OptimizerSpec> optimizers = model.experiment().optimizers();
        int inspected = model.state().inspected();
        Html.setText(
                where,
                Words.say(
                        "computation.where",
                        opened.step(),
                        optimizers.get(inspected).label()));
        boolean isWhole = of.progress().moment() == null;
        Html.setText(
                now,
                isWhole
                        ? Words.say("computation.whole")
                        : Decimal.typeset(of.progress().title()));
        Html.setClass(now, "whole", isWhole);
        Html.replaceChildren(rules, RuleList.of(of.progress().rules()));
        Html.setVisible(rules, !isWhole);
        detail.show(of.progress(), of.selected(), of.width(), of.theme());
    }

    private void showTape() {
        Shown of = Objects.requireNonNull(shown);
        tape.show(of.progress(), of.selected(), node -> of.compares() ? comparison.of(node) : null);
        Html.setVisible(verdict, of.compares());
        Html.setText(verdict, of.compared() ? comparison.verdict() : Words.say("computation.comparing"));
    }
}
