package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Waypoint;
import org.fallline.web.model.Model;
import org.fallline.web.model.ViewIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The points that a plane or a line goes through, each to be chosen among the walks' starts, ends and present places. */
final class WaypointFields {
    private final Model model;
    private final HTMLElement place;
    private List<String> built = List.of();
    private List<Waypoint> choices = List.of();
    private final List<HTMLElement> selects = new ArrayList<>();

    WaypointFields(Model model, HTMLElement place) {
        this.model = model;
        this.place = place;
    }

    void show() {
        PlaneSpec plane = model.experiment().view().cut().plane();
        List<Waypoint> points = plane.waypoints();
        Html.setVisible(place, !points.isEmpty());
        if (points.isEmpty()) {
            return;
        }
        choices = choices(points);
        List<String> labels = choices.stream().map(this::label).toList();
        if (!labels.equals(built) || selects.size() != points.size()) {
            built = labels;
            build(points.size());
        }
        for (int i = 0; i < points.size(); i++) {
            Html.setValue(selects.get(i), String.valueOf(choices.indexOf(points.get(i))));
        }
    }

    private void build(int count) {
        selects.clear();
        List<HTMLElement> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int which = i;
            HTMLElement select = Html.element("select", "");
            select.setAttribute("id", "point-" + i);
            for (int k = 0; k < built.size(); k++) {
                select.appendChild(Html.option(String.valueOf(k), built.get(k)));
            }
            Html.on(select, "change", event -> {
                Waypoint chosen = choices.get(Integer.parseInt(Html.value(select)));
                model.dispatch(ViewIntents.point(which, chosen));
            });
            HTMLElement label = Html.text("label", "", Words.say("points.label", i + 1));
            label.setAttribute("for", "point-" + i);
            fields.add(Html.element("div", "", label, select));
            selects.add(select);
        }
        Html.replaceChildren(place, fields);
    }

    /** The start; where each walk is and where it ends; and the points there are. */
    private List<Waypoint> choices(List<Waypoint> points) {
        Experiment experiment = model.experiment();
        List<Waypoint> all = new ArrayList<>();
        all.add(new Waypoint.Walked(0, 0));
        for (int i = 0; i < experiment.optimizers().size(); i++) {
            for (int step : List.of(experiment.view().step(), experiment.steps())) {
                Waypoint walked = new Waypoint.Walked(i, step);
                if (step > 0 && !all.contains(walked)) {
                    all.add(walked);
                }
            }
        }
        for (Waypoint point : points) {
            if (!all.contains(point)) {
                all.add(point);
            }
        }
        return all;
    }

    private String label(Waypoint point) {
        Experiment experiment = model.experiment();
        return point.accept(new Waypoint.Visitor<>() {
            @Override
            public String walked(Waypoint.Walked waypoint) {
                if (waypoint.step() == 0) {
                    return Words.say("points.start");
                }
                String walk = experiment.optimizers().get(waypoint.optimizer()).label();
                return waypoint.step() == experiment.steps()
                        ? Words.say("points.end", walk)
                        : Words.say("points.step", walk, waypoint.step());
            }

            @Override
            public String given(Waypoint.Given waypoint) {
                return Words.say("points.given");
            }
        });
    }
}
