package org.fallline.web.platform;

import org.teavm.jso.dom.html.HTMLElement;

/** How large an element is: read when it changes, since reading it between changes of the page makes the browser lay it out. */
public final class Extent {
    private final HTMLElement element;
    private double width;
    private double height;

    /** The extent of an element; {@code changed} is called when it has changed, and once at first. */
    public Extent(HTMLElement element, Runnable changed) {
        this.element = element;
        read();
        Browser.onResize(element, () -> {
            read();
            changed.run();
        });
    }

    /** Reads it now, where waiting for the browser to tell would be too late. */
    public void read() {
        width = element.getClientWidth();
        height = element.getClientHeight();
    }

    /** In CSS pixels; 0 while the element is not to be seen. */
    public double width() {
        return width;
    }

    /** In CSS pixels; 0 while the element is not to be seen. */
    public double height() {
        return height;
    }
}
