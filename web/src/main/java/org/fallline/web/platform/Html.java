package org.fallline.web.platform;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** The page's elements: finding, making and changing them. Text is always set as text, never parsed as HTML. */
public final class Html {
    private Html() {}

    /** What inputs, selects and text areas have in common. */
    private interface Field extends JSObject {
        @JSProperty
        String getValue();

        @JSProperty
        void setValue(String value);

        @JSProperty
        boolean isChecked();

        @JSProperty
        void setChecked(boolean checked);

        @JSMethod
        void select();
    }

    /**
     * The element of this id.
     *
     * @throws IllegalStateException if the page has none
     */
    public static HTMLElement byId(String id) {
        HTMLElement element = HTMLDocument.current().getElementById(id);
        if (element == null) {
            throw new IllegalStateException("the page has no element #" + id);
        }
        return element;
    }

    /** A new element with classes, which may be empty, and children. */
    public static HTMLElement element(String tag, String classes, HTMLElement... children) {
        HTMLElement element = HTMLDocument.current().createElement(tag);
        if (!classes.isEmpty()) {
            element.setClassName(classes);
        }
        for (HTMLElement child : children) {
            element.appendChild(child);
        }
        return element;
    }

    /** A new element with classes, which may be empty, and a text. */
    public static HTMLElement text(String tag, String classes, String text) {
        return element(tag, classes).withText(text);
    }

    /** A new button. */
    public static HTMLElement button(String classes, String text, Runnable pressed) {
        HTMLElement button = text("button", classes, text);
        button.setAttribute("type", "button");
        on(button, "click", event -> pressed.run());
        return button;
    }

    /** A new option of a select. */
    public static HTMLElement option(String value, String text) {
        HTMLElement option = text("option", "", text);
        option.setAttribute("value", value);
        return option;
    }

    /** A new select of a name, whose first option is chosen. */
    public static HTMLElement select(String name, Runnable chosen, HTMLElement... options) {
        HTMLElement select = element("select", "", options);
        select.setAttribute("aria-label", name);
        on(select, "change", event -> chosen.run());
        return select;
    }

    /** Calls a listener at each event of a type. */
    public static void on(HTMLElement element, String type, EventListener<Event> listener) {
        element.addEventListener(type, listener);
    }

    /** The text in a field or the value of a select's chosen option. */
    public static String value(HTMLElement field) {
        return ((Field) field).getValue();
    }

    /** Changes what a field holds, unless it holds just that: a caret must not jump. */
    public static void setValue(HTMLElement field, String value) {
        if (!value(field).equals(value)) {
            ((Field) field).setValue(value);
        }
    }

    /** Whether a check box is checked. */
    public static boolean isChecked(HTMLElement box) {
        return ((Field) box).isChecked();
    }

    public static void setChecked(HTMLElement box, boolean checked) {
        ((Field) box).setChecked(checked);
    }

    /** Marks a field as right, or as wrong with what would be right, which is then written after it. */
    public static void setError(HTMLElement field, String error) {
        setAttribute(field, "aria-invalid", error.isEmpty() ? "false" : "true");
        HTMLElement parent = (HTMLElement) field.getParentNode();
        HTMLElement message = parent.querySelector(".field-error");
        if (message == null && !error.isEmpty()) {
            message = text("span", "field-error", "");
            message.setAttribute("role", "alert");
            parent.appendChild(message);
        }
        if (message != null) {
            setText(message, error);
        }
    }

    /** Whether an element is another one, or somewhere in it. */
    @JSBody(
            params = {"outer", "inner"},
            script = "return outer.contains(inner);")
    public static native boolean contains(HTMLElement outer, JSObject inner);

    /** Selects all the text in a field, for copying. */
    public static void select(HTMLElement field) {
        field.focus();
        ((Field) field).select();
    }

    /** Changes a text, unless it is just that: screen readers announce changes. */
    public static void setText(HTMLElement element, String text) {
        if (!text.equals(element.getTextContent())) {
            element.setTextContent(text);
        }
    }

    /** Changes an attribute, unless it is just that: the browser would look at the element anew in each frame. */
    public static void setAttribute(HTMLElement element, String name, String value) {
        if (!value.equals(element.getAttribute(name))) {
            element.setAttribute(name, value);
        }
    }

    /** Marks what an element says as the engine's, which is English whatever the page's language; or as the page's. */
    public static void setEnglish(HTMLElement element, boolean english) {
        if (english) {
            setAttribute(element, "lang", "en");
        } else if (element.hasAttribute("lang")) {
            element.removeAttribute("lang");
        }
    }

    /** Shows how much is done, from 0 to 1. */
    public static void setProgress(HTMLElement progress, double share) {
        setAttribute(progress, "value", String.valueOf(share));
    }

    /** Shows or hides an element. */
    public static void setVisible(HTMLElement element, boolean visible) {
        if (element.isHidden() == visible) {
            element.setHidden(!visible);
        }
    }

    /** Enables or disables a control. */
    public static void setEnabled(HTMLElement control, boolean enabled) {
        if (!enabled) {
            setAttribute(control, "disabled", "");
        } else if (control.hasAttribute("disabled")) {
            control.removeAttribute("disabled");
        }
    }

    /** Shows whether a control would do anything now; unlike a disabled one it keeps the focus. */
    public static void setUseful(HTMLElement control, boolean useful) {
        setAttribute(control, "aria-disabled", useful ? "false" : "true");
    }

    /** Gives an element a class, or takes it away. */
    @JSBody(
            params = {"element", "name", "has"},
            script = "element.classList.toggle(name, has);")
    public static native void setClass(HTMLElement element, String name, boolean has);

    /** Gives an element these children, in this order, of which it may have some already; the focus stays where it is. */
    public static void arrange(HTMLElement parent, Iterable<HTMLElement> children) {
        JSObject focused = HTMLDocument.current().getActiveElement();
        for (HTMLElement child : children) {
            parent.appendChild(child);
        }
        if (focused != null && focused != HTMLDocument.current().getActiveElement()) {
            ((HTMLElement) focused).focus();
        }
    }

    /** Gives an element these children and no others. */
    public static void replaceChildren(HTMLElement element, Iterable<HTMLElement> children) {
        element.clear();
        for (HTMLElement child : children) {
            element.appendChild(child);
        }
    }
}
