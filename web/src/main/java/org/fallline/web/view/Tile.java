package org.fallline.web.view;

import org.teavm.jso.dom.html.HTMLElement;

/** A view that the reader can move and hide. {@link #show} is called only while it is in sight. */
interface Tile extends Panel {
    /** What stands around it. */
    TileFrame frame();

    /** Whether there is anything to see of the present problem. */
    default boolean fits() {
        return true;
    }

    /** Takes the room it will need, before there is anything to see, so that what stands below it stays. */
    default void settle() {}

    /** Makes it as high as its place is, rather than as its picture likes to be. */
    default void fill() {}

    default String name() {
        return frame().name();
    }

    default String title() {
        return frame().title();
    }

    default HTMLElement element() {
        return frame().element();
    }

    default HTMLElement header() {
        return frame().header();
    }
}
