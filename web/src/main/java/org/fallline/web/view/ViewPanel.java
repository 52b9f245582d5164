package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
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
import org.teavm.jso.dom.html.HTMLElement;

/** What of parameter space is shown, and how. */
final class ViewPanel implements Panel {
    private final Model model;
    private final HTMLElement plane = Html.byId("plane");
    private final HTMLElement axes = Html.byId("axes");
    private final HTMLElement horizontal = Html.byId("horizontal");
    private final HTMLElement vertical = Html.byId("vertical");
    private final HTMLElement reseed = Html.byId("reseed");
    private final HTMLElement follow = Html.byId("follow");
    private final HTMLElement shading = Html.byId("shading");
    private final List<HTMLElement> layers = new ArrayList<>();
    private final HTMLElement projection = Html.byId("projection");
    private final HTMLElement scale = Html.byId("scale");
    private final HTMLElement colors = Html.byId("colors");
    private final WaypointFields points;
    private List<String> names = List.of();

    ViewPanel(Model model) {
        this.model = model;
        this.points = new WaypointFields(model, Html.byId("points"));
        for (PlaneChoice choice : PlaneChoice.values()) {
            plane.appendChild(Html.option(choice.name(), choice.label()));
        }
        Html.on(plane, "change", event -> choosePlane(Html.value(plane)));
        Html.on(horizontal, "change", event -> dispatch(ViewIntents.horizontal(index(horizontal))));
        Html.on(vertical, "change", event -> dispatch(ViewIntents.vertical(index(vertical))));
        Html.on(reseed, "click", event -> dispatch(ViewIntents.otherDirections()));
        Html.on(follow, "change", event -> dispatch(ViewIntents.follow(Html.isChecked(follow))));
        Html.on(shading, "change", event -> dispatch(ViewIntents.shading(Html.isChecked(shading))));
        options(projection, Look.Projection.values(), List.of("map", "3-D surface"));
        options(scale, Look.Scale.values(), List.of("loss itself", "logarithm", "rank"));
        options(colors, Look.Colors.values(), List.of("fell", "viridis", "cividis"));
        Html.on(
                projection,
                "change",
                event -> dispatch(ViewIntents.projection(Look.Projection.values()[index(projection)])));
        Html.on(scale, "change", event -> dispatch(ViewIntents.scale(Look.Scale.values()[index(scale)])));
        Html.on(colors, "change", event -> dispatch(ViewIntents.colors(Look.Colors.values()[index(colors)])));
        List<String> labels = List.of("Gradient field", "Critical points", "Current step", "Newton step");
        for (Layer layer : Layer.values()) {
            HTMLElement box = Html.element("input", "");
            box.setAttribute("type", "checkbox");
            Html.on(box, "change", event -> dispatch(ViewIntents.layer(layer, Html.isChecked(box))));
            layers.add(box);
            HTMLElement label = Html.element("label", "check", box, Html.text("span", "", labels.get(layer.ordinal())));
            Html.byId("layers").appendChild(label);
        }
    }

    /** Options whose values are the places of what they stand for. */
    private static void options(HTMLElement select, Spelled[] values, List<String> labels) {
        for (int i = 0; i < values.length; i++) {
            select.appendChild(Html.option(String.valueOf(i), labels.get(i)));
        }
    }

    private static int index(HTMLElement select) {
        return Integer.parseInt(Html.value(select));
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
        showAxes(experiment, cut.plane());
        points.show();
        Html.setVisible(reseed, chosen == PlaneChoice.RANDOM);
        Html.setChecked(follow, cut.follows());
        Html.setValue(projection, String.valueOf(look.projection().ordinal()));
        Html.setValue(scale, String.valueOf(look.scale().ordinal()));
        Html.setValue(colors, String.valueOf(look.colors().ordinal()));
        Html.setChecked(shading, look.shaded());
        for (Layer layer : Layer.values()) {
            Html.setChecked(layers.get(layer.ordinal()), look.layers().contains(layer));
        }
    }

    private void showAxes(Experiment experiment, PlaneSpec shown) {
        List<String> wanted =
                experiment.problem().problem(experiment.seed()).layout().elementNames();
        if (!wanted.equals(names)) {
            names = wanted;
            Html.replaceChildren(horizontal, options(names));
            Html.replaceChildren(vertical, options(names));
        }
        Html.setVisible(axes, names.size() > 2 && shown instanceof PlaneSpec.Axes);
        if (shown instanceof PlaneSpec.Axes pair) {
            Html.setValue(horizontal, String.valueOf(pair.horizontal()));
            Html.setValue(vertical, String.valueOf(pair.vertical()));
        }
    }

    private static List<HTMLElement> options(List<String> names) {
        List<HTMLElement> options = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            options.add(Html.option(String.valueOf(i), names.get(i)));
        }
        return options;
    }
}
