package org.fallline.web.view;

import org.fallline.web.model.Arrangement.Zone;
import org.teavm.jso.dom.html.HTMLElement;

/** A view that the reader can move and hide. {@link #show} is called only while it is in sight. */
interface Tile extends Panel {
    /** What it is called in the kept arrangement: letters and hyphens; never changed. */
    String name();

    /** What it is called in the page. */
    String title();

    /** Where it stands before the reader moves it. */
    Zone zone();

    /** Whether it is shown before the reader adds or hides it. */
    boolean isUsual();

    /** Whether there is anything to see of the present problem. */
    default boolean fits() {
        return true;
    }

    /** The whole view. */
    HTMLElement element();

    /** Where its controls are. */
    HTMLElement header();
}
