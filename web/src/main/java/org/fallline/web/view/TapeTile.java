package org.fallline.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.landscape.Ticks;
import org.fallline.math.Decimal;
import org.fallline.problem.Formula;
import org.fallline.problem.FormulaException;
import org.fallline.problem.ProblemSpec;
import org.fallline.problem.TestFunctions;
import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.model.Draft;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.model.TapeStory;
import org.fallline.web.model.TapeStory.Calls;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A tape to be arranged: what it watches, how it is opened, what it is asked; and what it then writes down and answers. */
final class TapeTile implements Tile {
    private static final int DIGITS = 5;

    private final Model model;
    private final Runnable changed;
    private final TileFrame tile = TileFrame.of("tape", Words.say("tape.title"), Zone.SIDE, false);
    private final HTMLElement formula = Html.element("input", "");
    private final HTMLElement error = Html.text("p", "error", "");
    private final HTMLElement watches = Html.element("div", "checks");
    private final HTMLElement persistent = Html.element("input", "");
    private final HTMLElement calls;
    private final HTMLElement lines = Html.element("ol", "tape-log");
    private final HTMLElement answers = Html.element("div", "tape-answers");
    private final Map<String, HTMLElement> boxes = new LinkedHashMap<>();
    private @Nullable Shown shown;

    /** What the story depends on. */
    private record Shown(String formula, List<Double> start, List<String> watched, boolean persistent, String calls) {}

    TapeTile(Model model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        calls = Html.select(
                Words.say("tape.asked"),
                changed,
                Html.option(Calls.ONCE.name(), Words.say("tape.once")),
                Html.option(Calls.TWICE.name(), Words.say("tape.twice")),
                Html.option(Calls.NESTED.name(), Words.say("tape.nested")));
        formula.setAttribute("type", "text");
        formula.setAttribute("aria-label", Words.say("tape.formula"));
        formula.setAttribute("spellcheck", "false");
        Html.on(formula, "input", event -> model.dispatch(ProblemIntents.type(Html.value(formula))));
        persistent.setAttribute("type", "checkbox");
        Html.on(persistent, "change", event -> changed.run());
        error.setAttribute("role", "status");
        lines.setAttribute("aria-label", Words.say("tape.log"));
        answers.setAttribute("role", "status");
        HTMLElement options = Html.element(
                "div",
                "tape-options",
                watches,
                Html.element("label", "check", persistent, Html.text("span", "", Words.say("tape.persistent"))),
                calls);
        List.of(
                        Html.element("div", "tape-formula", Html.text("span", "symbol", "f ="), formula),
                        error,
                        options,
                        lines,
                        answers)
                .forEach(tile.element()::appendChild);
    }

    @Override
    public TileFrame frame() {
        return tile;
    }

    @Override
    public boolean fits() {
        return model.experiment().problem() instanceof ProblemSpec.Function function
                && function.data().values().isEmpty();
    }

    @Override
    public void show() {
        if (!fits()) {
            return;
        }
        Draft draft = model.state().draft();
        Html.setValue(formula, draft.text().isEmpty() ? text() : draft.text());
        Html.setText(error, draft.isWrong() ? draft.error() : "");
        if (draft.isWrong()) {
            return;
        }
        Experiment experiment = model.experiment();
        Formula parsed;
        try {
            parsed = Formula.parse(text());
        } catch (FormulaException e) {
            Html.setText(error, String.valueOf(e.getMessage()));
            return;
        }
        showWatches(parsed.variables());
        Shown now = new Shown(text(), experiment.start(), watched(), Html.isChecked(persistent), Html.value(calls));
        if (!now.equals(shown)) {
            shown = now;
            tell(TapeStory.of(
                    parsed,
                    experiment.start().stream().mapToDouble(Double::doubleValue).toArray(),
                    now.watched(),
                    now.persistent(),
                    Calls.valueOf(now.calls()),
                    new Answers()));
        }
    }

    /** The formula of the experiment. */
    private String text() {
        ProblemSpec.Function function =
                (ProblemSpec.Function) model.experiment().problem();
        return function.name().isEmpty()
                ? function.formula()
                : TestFunctions.CATALOGUE.require(function.name()).formula();
    }

    private void showWatches(List<String> variables) {
        if (List.copyOf(boxes.keySet()).equals(variables)) {
            return;
        }
        boxes.clear();
        List<HTMLElement> labels = new ArrayList<>();
        for (String variable : variables) {
            HTMLElement box = Html.element("input", "");
            box.setAttribute("type", "checkbox");
            Html.setChecked(box, true);
            Html.on(box, "change", event -> changed.run());
            boxes.put(variable, box);
            labels.add(Html.element("label", "check", box, Html.text("span", "", Words.say("tape.watch", variable))));
        }
        Html.replaceChildren(watches, labels);
    }

    private List<String> watched() {
        List<String> watched = new ArrayList<>();
        boxes.forEach((name, box) -> {
            if (Html.isChecked(box)) {
                watched.add(name);
            }
        });
        return watched;
    }

    private void tell(TapeStory story) {
        List<HTMLElement> items = new ArrayList<>();
        for (TapeStory.Line line : story.lines()) {
            HTMLElement item = Html.element(
                    "li",
                    line.isBackward() ? "backward-line" : "",
                    Html.text("b", "symbol", line.name()),
                    Html.text("span", "formula", " = " + Decimal.typeset(line.formula())),
                    Html.text("span", "value", number(line.value())));
            if (!line.isRecorded()) {
                Html.setClass(item, "unrecorded", true);
                item.appendChild(Html.text("span", "given", Words.say("tape.unrecorded")));
            }
            Double derivative = line.derivative();
            if (derivative != null) {
                item.appendChild(Html.text("span", "back", "∂f/∂" + line.name() + " = " + number(derivative)));
            }
            items.add(item);
        }
        Html.replaceChildren(lines, items);
        List<HTMLElement> said = new ArrayList<>();
        for (TapeStory.Answer answer : story.answers()) {
            said.add(Html.element(
                    "p",
                    answer.isRefusal() ? "refusal" : "",
                    Html.text("code", "", answer.call()),
                    Html.text("span", "", answer.answer())));
        }
        Html.replaceChildren(answers, said);
    }

    private static String number(double value) {
        return Ticks.text(value, DIGITS);
    }

    private static final class Answers implements TapeStory.Texts {
        @Override
        public String number(double value) {
            return TapeTile.number(value);
        }

        @Override
        public String none(String derivative) {
            return Words.say("tape.none", derivative);
        }
    }
}
