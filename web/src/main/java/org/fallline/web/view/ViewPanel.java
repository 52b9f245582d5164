package org.fallline.web.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Look;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Spelled;
import org.fallline.web.model.Intent;
import org.fallline.web.model.Model;
import org.fallline.web.model.PlaneChoice;
import org.fallline.web.model.ViewIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** What of parameter space is shown, and how. */
final class ViewPanel implements Panel {
    private static final List<Layer> LAYERS = List.of(Layer.FIELD, Layer.CRITICAL, Layer.STEP, Layer.NEWTON);

    private final Model model;
    private final HTMLElement plane = Html.byId("plane");
    private final HTMLElement axes = Html.byId("axes");
    private final ParameterMenu horizontal;
    private final ParameterMenu vertical;
    private final HTMLElement reseed = Html.byId("reseed");
    private final HTMLElement follow = Html.byId("follow");
    private final HTMLElement shading = Html.byId("shading");
    private final Map<Layer, HTMLElement> layers = new LinkedHashMap<>();
    private final Menu<Look.Projection> projection;
    private final Menu<Look.Scale> scale;
    private final Menu<Look.Colors> colors;
    private final WaypointFields points;
    /** The problem whose parameters the menus of axes name. */
    private int named;

    ViewPanel(Model model) {
        this.model = model;
        this.horizontal = new ParameterMenu(Html.byId("horizontal"), model, ViewIntents::horizontal);
        this.vertical = new ParameterMenu(Html.byId("vertical"), model, ViewIntents::vertical);
        this.points = new WaypointFields(model, Html.byId("points"));
        this.projection = new Menu<>(
                Html.byId("projection"),
                labels("projection.", Look.Projection.CONTOUR, Look.Projection.SURFACE),
                model,
                ViewIntents::projection);
        this.scale = new Menu<>(
                Html.byId("scale"),
                labels("scale.", Look.Scale.LINEAR, Look.Scale.LOG, Look.Scale.RANK),
                model,
                ViewIntents::scale);
        this.colors = new Menu<>(
                Html.byId("colors"),
                names(Look.Colors.FELL, Look.Colors.VIRIDIS, Look.Colors.CIVIDIS),
                model,
                ViewIntents::colors);
        for (PlaneChoice choice : PlaneChoice.values()) {
            plane.appendChild(Html.option(choice.name(), Words.say(choice.label())));
        }
        Html.on(plane, "change", event -> choosePlane(Html.value(plane)));
        Html.on(reseed, "click", event -> dispatch(ViewIntents.otherDirections()));
        Html.on(follow, "change", event -> dispatch(ViewIntents.follow(Html.isChecked(follow))));
        Html.on(shading, "change", event -> dispatch(ViewIntents.shading(Html.isChecked(shading))));
        new Popup(Html.byId("layers-menu"));
        for (Layer layer : LAYERS) {
            HTMLElement box = Html.element("input", "");
            box.setAttribute("type", "checkbox");
            Html.on(box, "change", event -> dispatch(ViewIntents.layer(layer, Html.isChecked(box))));
            layers.put(layer, box);
            Html.byId("layers")
                    .appendChild(Html.element(
                            "label", "check", box, Html.text("span", "", Words.say("layer." + layer.text()))));
        }
    }

    /** Values and their labels, which have the values' names after a prefix as keys; in the order of the menu. */
    @SafeVarargs
    private static <T extends Spelled> Map<T, String> labels(String prefix, T... values) {
        Map<T, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(value, Words.say(prefix + value.text()));
        }
        return labels;
    }

    /** Colour maps by their names, which are the same in all languages. */
    private static Map<Look.Colors, String> names(Look.Colors... maps) {
        Map<Look.Colors, String> names = new LinkedHashMap<>();
        for (Look.Colors map : maps) {
            names.put(map, map.text());
        }
        return names;
    }

    private void dispatch(Intent intent) {
        model.dispatch(intent);
    }

    private void choosePlane(String name) {
        for (PlaneChoice choice : PlaneChoice.values()) {
            if (choice.name().equals(name)) {
                model.dispatch(choice.intent());
            }
        }
    }

    @Override
    public void show() {
        Experiment experiment = model.experiment();
        Cut cut = experiment.view().cut();
        Look look = experiment.view().look();
        PlaneChoice chosen = PlaneChoice.of(cut.plane());
        boolean several = experiment.start().size() > 1;
        Html.setVisible(Html.byId("plane-field"), several);
        Html.setVisible(Html.byId("follow-field"), experiment.start().size() > 2);
        Html.setValue(plane, chosen.name());
        showAxes(cut.plane());
        points.show();
        Html.setVisible(reseed, chosen == PlaneChoice.RANDOM);
        Html.setChecked(follow, cut.follows());
        projection.show(look.projection());
        scale.show(look.scale());
        colors.show(look.colors());
        Html.setChecked(shading, look.shaded());
        layers.forEach((layer, box) -> Html.setChecked(box, look.layers().contains(layer)));
    }

    private void showAxes(PlaneSpec shown) {
        int parameters = model.experiment().start().size();
        boolean isAxes = parameters > 2 && shown instanceof PlaneSpec.Axes;
        Html.setVisible(axes, isAxes);
        if (isAxes && named != model.problemNumber()) {
            named = model.problemNumber();
            List<String> names = model.problem().layout().elementNames();
            horizontal.name(names);
            vertical.name(names);
        }
        if (isAxes && shown instanceof PlaneSpec.Axes pair) {
            horizontal.show(pair.horizontal());
            vertical.show(pair.vertical());
        }
    }
}
