package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fallline.experiment.Edges;
import org.fallline.experiment.Opened;
import org.fallline.experiment.Trajectory;
import org.fallline.math.Decimal;
import org.fallline.probe.Backflow;
import org.fallline.probe.Fit;
import org.fallline.probe.UnitErrors;
import org.fallline.probe.Wiring;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.NetworkFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.ComputationIntents;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The network of the inspected optimizer, live: a weight or bias that is chosen can be given another value to start with. */
final class NetworkView implements Figure {
    /** So many parameters can be chosen from a list; of more, a pointer finds them. */
    private static final int MOST_LISTED = 300;

    private final Model model;
    private final Responses responses;
    private final Runnable changed;
    private final InspectedChoice whose;
    private final HTMLElement shown;
    private final HTMLElement example;
    private final HTMLElement parameters = Html.select(Words.say("network.parameter"), this::choose);
    private final HTMLElement value = NumberField.ofAny(Words.say("network.value"), this::start);
    private final HTMLElement editing = Html.element("span", "network-edit", value);
    private int problem = -1;
    /** Those that can be chosen one by one. */
    private int examples;

    private @Nullable Wiring wiring;
    private int marked = NetworkFigure.NOTHING;
    private int pointed = NetworkFigure.NOTHING;
    private @Nullable NetworkFigure figure;
    private @Nullable UnitErrors errors;

    /** What the picture depends on. A trajectory is compared by identity. */
    private record Key(
            int answer, Trajectory walk, int step, Edges shows, int example, int marked, int pointed, double start) {}

    /** {@code changed} is called when there is something else to be seen. */
    NetworkView(Model model, Responses responses, Runnable changed) {
        this.model = model;
        this.responses = responses;
        this.changed = changed;
        this.whose = InspectedChoice.named(model, Words.say("network.whose"));
        this.shown = Html.select(
                Words.say("network.edges"),
                this::show,
                Html.option(Edges.WEIGHTS.text(), Words.say("network.weights")),
                Html.option(Edges.GRADIENTS.text(), Words.say("network.gradients")),
                Html.option(Edges.ERRORS.text(), Words.say("network.errors")));
        this.example = Html.select(Words.say("network.example"), this::showExample);
    }

    private void show() {
        String chosen = Html.value(shown);
        for (Edges edges : Edges.values()) {
            if (edges.text().equals(chosen)) {
                model.dispatch(ComputationIntents.show(edges));
            }
        }
    }

    private void showExample() {
        model.dispatch(ComputationIntents.showExample((int) Decimal.parse(Html.value(example))));
    }

    private Opened asked() {
        return model.experiment().view().computation();
    }

    private void choose() {
        mark((int) Decimal.parse(Html.value(parameters)));
    }

    private void mark(int parameter) {
        if (parameter != marked) {
            marked = parameter;
            changed.run();
        }
    }

    private void start(double number) {
        if (marked != NetworkFigure.NOTHING) {
            model.dispatch(ProblemIntents.startWith(marked, number));
        }
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String title() {
        return Words.say("network.view");
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public boolean fits() {
        return model.experiment().problem() instanceof ProblemSpec.Network;
    }

    @Override
    public List<HTMLElement> controls() {
        return List.of(whose.element(), shown, example, parameters, editing);
    }

    @Override
    public void showControls() {
        whose.show();
    }

    @Override
    public double height(double width) {
        double units = model.experiment().problem() instanceof ProblemSpec.Network network
                ? network.layers().stream()
                        .mapToInt(layer -> layer.units(1))
                        .max()
                        .orElse(1)
                : 1;
        return Math.max(260, Math.min(Math.min(46 * units + 60, 0.75 * width + 80), 460));
    }

    @Override
    public @Nullable Object key() {
        int answer = responses.ask();
        Trajectory walk = model.inspectedWalk();
        if (answer == 0 || walk == null) {
            return null;
        }
        if (problem != model.problemNumber()) {
            problem = model.problemNumber();
            wire(responses.response().fit());
        }
        if (!Html.value(parameters).equals(Integer.toString(marked))) {
            Html.setValue(parameters, Integer.toString(marked));
        }
        Html.setVisible(editing, marked != NetworkFigure.NOTHING);
        double start = 0;
        if (marked != NetworkFigure.NOTHING) {
            start = model.experiment().start().get(marked);
            NumberField.show(value, start, problem * 1000 + marked);
        }
        Edges edges = asked().edges();
        Html.setValue(shown, edges.text());
        Html.setVisible(example, edges == Edges.ERRORS);
        Html.setValue(example, Integer.toString(example()));
        return new Key(answer, walk, step(walk), edges, example(), marked, pointed, start);
    }

    /** The example whose errors are shown, from 1; 0 for the mean of all, and if there are not so many. */
    private int example() {
        return asked().example() <= examples ? asked().example() : 0;
    }

    private @Nullable Backflow backflow(double[] params) {
        if (asked().edges() != Edges.ERRORS) {
            return null;
        }
        UnitErrors of = errors;
        if (of == null) {
            of = new UnitErrors(model.problem(), responses.response().fit());
            errors = of;
        }
        of.run(params);
        return of.backflow(example() == 0 ? UnitErrors.ALL : example() - 1);
    }

    private void offerExamples(int count) {
        List<HTMLElement> options = new ArrayList<>();
        examples = Math.min(count, Opened.MOST_EXAMPLES);
        options.add(Html.option("0", Words.say("network.allExamples")));
        for (int i = 1; i <= examples; i++) {
            options.add(Html.option(Integer.toString(i), Words.say("network.oneExample", i)));
        }
        Html.replaceChildren(example, options);
    }

    private void wire(Fit fit) {
        errors = null;
        offerExamples(fit.examples().train().size());
        Wiring of = Wiring.of(fit);
        wiring = of;
        marked = NetworkFigure.NOTHING;
        pointed = NetworkFigure.NOTHING;
        List<HTMLElement> options = new ArrayList<>();
        options.add(Html.option(Integer.toString(NetworkFigure.NOTHING), Words.say("network.edit")));
        List<String> names = of.names();
        for (int i = 0; i < names.size() && names.size() <= MOST_LISTED; i++) {
            options.add(Html.option(Integer.toString(i), names.get(i)));
        }
        Html.replaceChildren(parameters, options);
        Html.setVisible(parameters, names.size() <= MOST_LISTED);
    }

    private int step(Trajectory walk) {
        return Math.min(model.state().step(), walk.length() - 1);
    }

    @Override
    public Scene scene(double width, double height, Theme theme) {
        Trajectory walk = Objects.requireNonNull(model.inspectedWalk());
        int step = step(walk);
        Backflow flow = backflow(walk.params(step));
        NetworkFigure made = new NetworkFigure(
                theme,
                width,
                height,
                Objects.requireNonNull(wiring),
                responses.response(),
                walk.params(step),
                walk.gradient(step),
                asked().edges(),
                flow,
                step,
                marked,
                pointed);
        figure = made;
        return made.scene();
    }

    @Override
    public boolean isPointed() {
        return true;
    }

    @Override
    public void hover(double x, double y) {
        NetworkFigure present = figure;
        int at = present == null || Double.isNaN(x) ? NetworkFigure.NOTHING : present.parameterAt(x, y);
        if (at != pointed) {
            pointed = at;
            changed.run();
        }
    }

    @Override
    public void press(double x, double y) {
        NetworkFigure present = figure;
        mark(present == null ? NetworkFigure.NOTHING : present.parameterAt(x, y));
    }
}
