package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.web.model.Model;
import org.fallline.web.model.OptimizerIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/** A menu that says whose state is looked into, in its colour, and chooses another optimizer; hidden where there is one. */
final class InspectedChoice {
    private final Model model;
    private final HTMLElement menu;
    private List<String> labels = List.of();

    /** Fills a menu of the page. */
    InspectedChoice(Model model, HTMLElement menu) {
        this.model = model;
        this.menu = menu;
        Html.setClass(menu, "inspected", true);
        Html.on(menu, "change", event -> model.dispatch(OptimizerIntents.inspect(Integer.parseInt(Html.value(menu)))));
    }

    /** A new one, of this name. */
    static InspectedChoice named(Model model, String name) {
        HTMLElement menu = Html.element("select", "");
        menu.setAttribute("aria-label", name);
        return new InspectedChoice(model, menu);
    }

    HTMLElement element() {
        return menu;
    }

    void show() {
        int inspected = model.state().inspected();
        List<OptimizerSpec> specs = model.experiment().optimizers();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            wanted.add((i + 1) + " · " + specs.get(i).label());
        }
        if (!wanted.equals(labels)) {
            labels = wanted;
            List<HTMLElement> options = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                options.add(Html.option(String.valueOf(i), wanted.get(i)));
            }
            Html.replaceChildren(menu, options);
        }
        // Of one there is nothing to choose, and the page has said whose it is.
        Html.setVisible(menu, specs.size() > 1);
        Html.setValue(menu, String.valueOf(inspected));
        Browser.setProperty(
                menu, "--optimizer", CanvasPainter.css(Appearance.theme().optimizer(inspected)));
    }
}
