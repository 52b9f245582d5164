package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.View;
import org.fallline.experiment.Walker;
import org.fallline.optim.Slot;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.Theme;
import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.model.Model;
import org.fallline.web.model.OptimizerIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Frames;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A step's update: every parameter before and after it, its gradient, and what the optimizer remembers. */
final class StepPanel implements Tile {
    /** The most rows of a kind in the table of the update: a network has thousands of parameters. */
    private static final int MOST_ROWS = 50;

    private final Model model;
    private final HTMLElement whole = Html.byId("step");
    private final TileFrame tile =
            new TileFrame("step", Words.say("step.title"), Zone.SIDE, true, whole, whole.querySelector("header"));
    private final HTMLElement title = Html.byId("step-title");
    private final HTMLElement who = Html.byId("inspected");
    private final HTMLElement rule = Html.byId("update-rule");
    private final HTMLElement update = Html.byId("update");
    private @Nullable ProblemSpec opened;
    private List<String> names = List.of();
    /** The names of the numbers that the descent moves, which are all that an optimizer remembers something of. */
    private List<String> moved = List.of();

    private final Section section;

    private boolean sampled;
    private @Nullable Shown shown;
    private @Nullable Experiment ran;
    private @Nullable Run run;
    private @Nullable Walker walker;
    private int walked;

    /** What the panel depends on. Trajectories are compared by identity. */
    private record Shown(
            int problem, Trajectory trajectory, List<OptimizerSpec> optimizers, int inspected, int step, Theme theme) {
        /** The step that is opened: the walk's last if it ended before. */
        int at() {
            return Math.min(step, trajectory.length() - 1);
        }
    }

    StepPanel(Model model, Frames frames) {
        this.model = model;
        this.section = new Section(update, model, frames, this::showUpdate);
        Html.on(who, "change", event -> model.dispatch(OptimizerIntents.inspect(Integer.parseInt(Html.value(who)))));
    }

    @Override
    public TileFrame frame() {
        return tile;
    }

    @Override
    public void show() {
        int inspected = model.state().inspected();
        Trajectory trajectory = model.trajectory(inspected);
        if (trajectory == null) {
            return;
        }
        Shown now = new Shown(
                model.problemNumber(),
                trajectory,
                model.experiment().optimizers(),
                inspected,
                model.state().step(),
                Appearance.theme());
        if (!now.equals(shown)) {
            shown = now;
            section.expire();
            showStep(inspected, now.at());
        }
        section.advance();
    }

    private void showStep(int inspected, int step) {
        Browser.setProperty(
                whole, "--optimizer", CanvasPainter.css(Appearance.theme().optimizer(inspected)));
        Html.setText(title, Words.say("step.titleAt", step));
        showChoice(inspected);
        open(model.experiment().problem());
    }

    private void open(ProblemSpec spec) {
        if (spec.equals(opened)) {
            return;
        }
        Problem problem = model.problem();
        opened = spec;
        names = problem.layout().elementNames();
        List<String> moving = new ArrayList<>();
        for (int index : problem.moved()) {
            moving.add(names.get(index));
        }
        moved = moving;
        sampled = problem.sampling() != null;
    }

    private void showChoice(int inspected) {
        List<OptimizerSpec> specs = model.experiment().optimizers();
        List<HTMLElement> options = new ArrayList<>();
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < specs.size(); i++) {
            String label = (i + 1) + " · " + specs.get(i).label();
            options.add(Html.option(String.valueOf(i), label));
            labels.append(label).append('\n');
        }
        if (!labels.toString().equals(who.getAttribute("data-labels"))) {
            who.setAttribute("data-labels", labels.toString());
            Html.replaceChildren(who, options);
        }
        Html.setValue(who, String.valueOf(inspected));
    }

    private void showUpdate() {
        Shown now = Objects.requireNonNull(shown);
        Trajectory trajectory = now.trajectory();
        int step = now.at();
        OptimizerSpec spec = now.optimizers().get(now.inspected()).at(step);
        boolean plain = spec.descent().slots(names.size()).isEmpty();
        String formula = plain
                ? Words.say("step.plain", Numbers.text(spec.values().number("learningRate")))
                : spec.optimizer().formula();
        Html.setText(rule, sampled ? Words.say("step.batch", formula) : formula);
        boolean last = step + 1 >= trajectory.length();
        List<HTMLElement> rows = new ArrayList<>();
        double[] gradient = trajectory.gradient(step);
        for (int i = 0; i < Math.min(names.size(), MOST_ROWS); i++) {
            rows.add(Html.element(
                    "tr",
                    "",
                    Html.text("th", "symbol", names.get(i)),
                    Html.text("td", "", Numbers.text(trajectory.param(step, i))),
                    Html.text("td", "", Numbers.text(gradient[i])),
                    Html.text("td", "", last ? "–" : Numbers.text(trajectory.param(step + 1, i)))));
        }
        rows.addAll(left(names.size()));
        rows.add(Html.element(
                "tr",
                "total",
                Html.text("th", "", Words.say("step.loss")),
                Html.text("td", "", Numbers.text(trajectory.loss(step))),
                Html.text("td", "", ""),
                Html.text("td", "", last ? "–" : Numbers.text(trajectory.loss(step + 1)))));
        rows.addAll(memory(spec, step, last));
        Html.replaceChildren(update, rows);
    }

    /** What the optimizer remembers, before and after the step: the walk is replayed for it, so only while time stands. */
    private List<HTMLElement> memory(OptimizerSpec spec, int step, boolean last) {
        List<HTMLElement> rows = new ArrayList<>();
        List<Slot> slots = spec.descent().slots(moved.size());
        if (slots.isEmpty() || model.state().playing()) {
            return rows;
        }
        Walker at = walkerAt(step);
        double[] before = at.state().clone();
        at.advance();
        // Settings that change after this very step may make the optimizer remember something else.
        boolean known = !last && at.descent().slots(moved.size()).equals(slots);
        int from = 0;
        int all = 0;
        for (Slot slot : slots) {
            for (Memory row : Memory.of(slot, moved)) {
                if (++all <= MOST_ROWS) {
                    rows.add(Html.element(
                            "tr",
                            "memory",
                            Html.text("th", "", row.label()),
                            Html.text("td", "", row.text(before, from)),
                            Html.text("td", "", ""),
                            Html.text("td", "", known ? row.text(at.state(), from) : "–")));
                }
            }
            from += slot.size();
        }
        rows.addAll(left(all));
        return rows;
    }

    /** The inspected optimizer at a step: the walker that was there last goes on if it can, else the walk begins anew. */
    private Walker walkerAt(int step) {
        Experiment experiment = model.experiment().withView(View.DEFAULT);
        int inspected = model.state().inspected();
        if (run == null || !experiment.equals(ran)) {
            run = Run.of(experiment);
            ran = experiment;
            walker = null;
        }
        Walker last = walker;
        if (last == null || walked != inspected || last.step() > step) {
            last = run.walkerAt(inspected, 0);
            walker = last;
            walked = inspected;
        }
        while (last.step() < step && last.ending() == null) {
            last.advance();
        }
        return last;
    }

    /** Says how many rows of a kind are left out. */
    private static List<HTMLElement> left(int all) {
        return all <= MOST_ROWS
                ? List.of()
                : List.of(Html.element("tr", "", Html.text("th", "", Words.say("step.left", all - MOST_ROWS))));
    }
}
