package org.fallline.web.view;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.web.model.State;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Html;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;

/** The address that holds the whole experiment: the page's own, or an embedded page's link to the playground. */
final class Address {
    /** Milliseconds between two changes: browsers refuse a page that changes its address at every move of a pointer. */
    private static final int BETWEEN = 250;

    private final boolean embedded;
    private @Nullable Experiment written;
    private @Nullable Experiment next;
    private boolean isWaiting;

    Address(boolean embedded) {
        this.embedded = embedded;
    }

    /** Takes note of what the address holds already. */
    void is(Experiment experiment) {
        written = embedded ? null : experiment;
        next = null;
    }

    /** Writes the experiment into the address, now or soon; while time runs there is nothing to keep. */
    void show(State state) {
        Experiment experiment = state.experiment();
        if (state.playing() || experiment.equals(next == null ? written : next)) {
            return;
        }
        next = experiment;
        if (!isWaiting) {
            isWaiting = true;
            Window.setTimeout(this::write, BETWEEN);
        }
    }

    private void write() {
        isWaiting = false;
        Experiment experiment = next;
        if (experiment == null) {
            return;
        }
        next = null;
        written = experiment;
        String fragment = ExperimentUrl.write(experiment);
        if (embedded) {
            Html.byId("open").setAttribute("href", Browser.home() + "#" + fragment);
        } else {
            Browser.replaceFragment(fragment);
        }
    }
}
