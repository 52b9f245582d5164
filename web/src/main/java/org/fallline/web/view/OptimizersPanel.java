package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Preset;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.scene.Theme;
import org.fallline.web.model.Model;
import org.fallline.web.model.OptimizerIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** Who walks: one card an optimizer, and the buttons that add one. */
final class OptimizersPanel implements Panel {
    /** What most readers look for; the others are behind a button. */
    private static final List<String> USUAL = List.of("SGD", "Momentum", "RMSprop", "Adam");

    private final Model model;
    private final HTMLElement list = Html.byId("optimizers");
    private final HTMLElement usual = Html.byId("add-optimizers");
    private final HTMLElement others = Html.byId("add-others");
    private final List<HTMLElement> adderButtons = new ArrayList<>();
    private final List<OptimizerCard> cards = new ArrayList<>();
    private @Nullable Shown shown;

    /** What the panel depends on. Trajectories are compared by identity. */
    private record Shown(
            int problem,
            List<OptimizerSpec> specs,
            List<Trajectory> trajectories,
            int step,
            int inspected,
            Theme theme) {}

    OptimizersPanel(Model model) {
        this.model = model;
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            addButton(OptimizerSpec.of(entry.name()));
            for (Preset preset : entry.presets()) {
                addButton(OptimizerSpec.of(entry.name()).with(preset.setting(), preset.value()));
            }
        }
    }

    private void addButton(OptimizerSpec spec) {
        HTMLElement button = Html.button(
                "chip", Words.say("optimizers.chip", spec.label()), () -> model.dispatch(OptimizerIntents.add(spec)));
        button.setAttribute("aria-label", Words.say("optimizers.addOne", spec.label()));
        (USUAL.contains(spec.label()) ? usual : others).appendChild(button);
        adderButtons.add(button);
    }

    @Override
    public void show() {
        List<OptimizerSpec> specs = model.experiment().optimizers();
        Shown now = new Shown(
                model.problemNumber(),
                specs,
                model.trajectories(),
                model.state().step(),
                model.state().inspected(),
                Appearance.theme());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        if (!sameKinds(specs)) {
            cards.clear();
            list.clear();
            for (int i = 0; i < specs.size(); i++) {
                OptimizerCard card = new OptimizerCard(model, i, specs.get(i));
                cards.add(card);
                list.appendChild(card.element());
            }
        }
        boolean full = specs.size() >= Experiment.MAX_OPTIMIZERS;
        for (int i = 0; i < cards.size(); i++) {
            Trajectory trajectory = model.trajectory(i);
            cards.get(i).show(specs.get(i), trajectory, specs.size() > 1, full);
        }
        adderButtons.forEach(button -> Html.setEnabled(button, !full));
    }

    private boolean sameKinds(List<OptimizerSpec> specs) {
        if (specs.size() != cards.size()) {
            return false;
        }
        for (int i = 0; i < specs.size(); i++) {
            if (!cards.get(i).fits(specs.get(i))) {
                return false;
            }
        }
        return true;
    }
}
