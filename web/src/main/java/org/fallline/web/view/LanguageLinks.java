package org.fallline.web.view;

import org.fallline.experiment.ExperimentUrl;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Storage;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/** The links to the page in its other languages: they take the present experiment along, and what is chosen is remembered. */
final class LanguageLinks {
    /** Read by the page before the program is there, too. */
    private static final String CHOSEN = "fallline.language";

    private final Model model;

    LanguageLinks(Model model) {
        this.model = model;
        NodeList<? extends HTMLElement> links = HTMLDocument.current().querySelectorAll("a.language");
        for (int i = 0; i < links.getLength(); i++) {
            HTMLElement link = links.get(i);
            String address = link.getAttribute("href");
            Html.on(link, "click", event -> choose(link, address));
            // Another button of the mouse opens it in another tab.
            Html.on(link, "auxclick", event -> choose(link, address));
        }
    }

    private void choose(HTMLElement link, String address) {
        Storage.write(CHOSEN, link.getAttribute("hreflang"));
        link.setAttribute("href", address + "#" + ExperimentUrl.write(model.experiment()));
    }
}
