package org.fallline.web.platform;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** An event of a mouse, a finger or a pen, or of a wheel. */
public abstract class Pointer implements MouseEvent {
    /** Tells fingers apart. */
    @JSProperty
    public abstract int getPointerId();

    /** How far a wheel was turned, in pixels. */
    @JSProperty
    public abstract double getDeltaY();

    /** Sends this pointer's next events to an element, wherever it goes. */
    public final void capture(HTMLElement element) {
        capture(element, getPointerId());
    }

    @JSBody(
            params = {"element", "pointer"},
            script = "try { element.setPointerCapture(pointer); } catch (e) { }")
    private static native void capture(HTMLElement element, int pointer);
}
