package org.fallline.web.view;

import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Frames;
import org.teavm.jso.dom.html.HTMLElement;

/** A part of a view, brought up to date between pictures. While time runs it is so only if it is in sight. */
final class Section {
    private final Model model;
    private final Frames frames;
    private final Runnable work;
    private boolean isSeen;
    private boolean isStale;

    Section(HTMLElement element, Model model, Frames frames, Runnable show) {
        this.model = model;
        this.frames = frames;
        work = () -> {
            isStale = false;
            show.run();
        };
        Browser.onSight(element, sees -> {
            isSeen = sees;
            advance();
        });
    }

    /** There is something else to be shown. */
    void expire() {
        isStale = true;
    }

    /** Sees to it that what is to be shown will be. */
    void advance() {
        if (isStale && (isSeen || !model.state().playing())) {
            frames.later(work);
        }
    }
}
