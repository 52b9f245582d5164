package org.fallline.web.view;

/** A part of the page. */
interface Panel {
    /** Shows the model as it is now; called before a picture, when something has changed. */
    void show();
}
