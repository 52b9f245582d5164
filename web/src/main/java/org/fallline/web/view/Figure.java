package org.fallline.web.view;

import java.util.List;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.Arrangement.Zone;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A picture of the experiment, shown in a {@link FigureTile}. */
interface Figure {
    /** What it is called in the kept arrangement: letters and hyphens; never changed. */
    String name();

    /** What it is called in the page. */
    String title();

    /** Where it stands before the reader moves it. */
    default Zone zone() {
        return Zone.MAIN;
    }

    /** Whether it is shown before the reader adds or hides it. */
    default boolean isUsual() {
        return false;
    }

    /** Whether there is anything to see of the present problem. */
    default boolean fits() {
        return true;
    }

    /** What the reader can choose about it. */
    default List<HTMLElement> controls() {
        return List.of();
    }

    /** Brings its controls up to date. */
    default void showControls() {}

    /** How high it is where it is so wide, in CSS pixels. */
    default double height(double width) {
        return Math.max(180, Math.min(0.5 * width, 320));
    }

    /** What it depends on beside its size and the theme, to be compared by {@code equals}; null while there is nothing to see. */
    @Nullable Object key();

    /** The picture, or what of it lies below {@link #over}; only if there is a key. Describes all that is seen. */
    Scene scene(double width, double height, Theme theme);

    /**
     * What a second picture depends on that lies over the first: where one changes often and the other seldom, only one is painted.
     * Null if there is none.
     */
    default @Nullable Object overKey() {
        return null;
    }

    /** The picture over the one shown last, of the same size; only if there is a key of it. Describes all that is seen. */
    default Scene over() {
        throw new IllegalStateException(name() + " has no second picture");
    }

    /** Whether a pointer means something on it. */
    default boolean isPointed() {
        return false;
    }

    /** Is told where a pointer hovers, in CSS pixels of the scene; NaN when it has left. */
    default void hover(double x, double y) {}

    /** Is told where a pointer is pressed, and then where it is dragged. */
    default void press(double x, double y) {}
}
