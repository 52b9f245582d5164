package org.fallline.web.view;

import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What stands around a view: its section, with its title and controls, and where that stands.
 *
 * @param name what it is called in the kept arrangement: letters and hyphens; never changed
 * @param title what it is called in the page
 * @param zone where it stands before the reader moves it
 * @param isUsual whether it is shown before the reader adds or hides it
 * @param element the section, to which the view is added
 * @param header where its controls are
 */
record TileFrame(String name, String title, Zone zone, boolean isUsual, HTMLElement element, HTMLElement header) {
    /** A new frame. */
    static TileFrame of(String name, String title, Zone zone, boolean isUsual) {
        HTMLElement heading = Html.text("h2", "", title);
        heading.setAttribute("id", "view-" + name);
        HTMLElement header = Html.element("header", "", heading);
        HTMLElement element = Html.element("section", "tile", header);
        element.setAttribute("aria-labelledby", "view-" + name);
        element.setAttribute("data-view", name);
        return new TileFrame(name, title, zone, isUsual, element, header);
    }
}
