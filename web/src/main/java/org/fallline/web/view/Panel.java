package org.fallline.web.view;

/** A part of the page. */
interface Panel {
    /** Shows the model as it is now; called before a picture, when something has changed. */
    void show();

    /** Whether what it shows first is painted, and not only on its way. */
    default boolean isPainted() {
        return true;
    }

    /**
     * Whether it shows time going by, and so wants its turn in every frame while time runs. Others have texts, which nobody
     * can read while they change sixty times a second.
     */
    default boolean isMoving() {
        return false;
    }
}
