package org.fallline.web.view;

import org.fallline.experiment.Experiment;
import org.fallline.web.model.Model;
import org.fallline.web.model.Opening;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/** Tells a visitor who has changed nothing yet what a click on the landscape does. */
final class Invitation implements Panel {
    private final Model model;
    private final Experiment opening = Opening.experiment();
    private final HTMLElement text = Html.byId("invitation");

    Invitation(Model model) {
        this.model = model;
    }

    @Override
    public void show() {
        Html.setVisible(text, model.experiment().walksAs(opening));
    }
}
