package org.fallline.web.view;

import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What stands around a view: its section, and the header with its title and controls.
 *
 * @param element the section, to which the view is added
 */
record TileFrame(HTMLElement element, HTMLElement header) {
    /** The frame of a view of this name and title. */
    static TileFrame of(String name, String title) {
        HTMLElement heading = Html.text("h2", "", title);
        heading.setAttribute("id", "view-" + name);
        HTMLElement header = Html.element("header", "", heading);
        HTMLElement element = Html.element("section", "tile", header);
        element.setAttribute("aria-labelledby", "view-" + name);
        element.setAttribute("data-view", name);
        return new TileFrame(element, header);
    }
}
