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
import org.fallline.web.platform.Frames;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A step's update: every parameter before and after it, its gradient, and what the optimizer remembers. */
final class StepPanel implements Tile {
    /** Rows of a kind in the table of the update, unless more are asked for; and at most: a network has thousands. */
    private static final int FEW_ROWS = 8;

    private static final int MOST_ROWS = 50;

    private final Model model;
    private final HTMLElement whole = Html.byId("step");
    private final TileFrame tile =
            new TileFrame("step", Words.say("step.title"), Zone.SIDE, true, whole, whole.querySelector("header"));
    private final HTMLElement title = Html.byId("step-title");
    private final InspectedChoice who;
    private final HTMLElement rule = Html.byId("update-rule");
    private final HTMLElement update = Html.byId("update");
    private @Nullable ProblemSpec opened;
    private List<String> names = List.of();
    /** The names of the numbers that the descent moves, which are all that an optimizer remembers something of. */
    private List<String> moved = List.of();

    private final Section section;

    private boolean sampled;
    private boolean showsMany;
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
        this.who = new InspectedChoice(model, Html.byId("inspected"));
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
            showStep(now.at());
        }
        section.advance();
    }

    private void showStep(int step) {
        Html.setText(title, Words.say("step.titleAt", step));
        who.show();
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
        for (int i = 0; i < rowsOf(names.size()); i++) {
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
        int memories =
                slots.stream().mapToInt(slot -> Memory.of(slot, moved).size()).sum();
        int most = rowsOf(memories);
        for (Slot slot : slots) {
            for (Memory row : Memory.of(slot, moved)) {
                if (++all <= most) {
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
        rows.addAll(left(memories));
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

    /** How many rows are shown of so many. A few too many are shown rather than hidden behind a row of their own. */
    private int rowsOf(int all) {
        return all <= FEW_ROWS + 2 ? all : Math.min(all, showsMany ? MOST_ROWS : FEW_ROWS);
    }

    /** Says how many rows of a kind are left out, and offers those there is room for. */
    private List<HTMLElement> left(int all) {
        int left = all - rowsOf(all);
        if (left == 0) {
            return List.of();
        }
        HTMLElement said = showsMany
                ? Html.text("th", "", Words.say("step.left", left))
                : Html.element("th", "", Html.button("quiet", Words.say("step.more", left), this::showMany));
        said.setAttribute("colspan", "4");
        return List.of(Html.element("tr", "", said));
    }

    private void showMany() {
        showsMany = true;
        section.expire();
        section.advance();
    }
}
