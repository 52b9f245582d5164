package org.fallline.web.view;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.View;
import org.fallline.json.JsonException;
import org.fallline.web.model.Model;
import org.fallline.web.model.Opening;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Storage;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The visitor's own experiment, which the browser keeps: it is there again after a crash or a closed tab.
 *
 * <p>What comes from elsewhere, a link or a file, takes its place only once it is changed; to look at it from all sides is no
 * change. Whatever leaves the page in favour of something else can be had back by one press.
 */
final class KeptPanel implements Panel {
    private static final String NAME = "fallline.experiment";
    /** Milliseconds between two writings. */
    private static final int BETWEEN = 500;

    private static final String AFRESH = "kept.afresh";
    private static final String BACK = "kept.back";
    private static final String FORTH = "kept.forth";

    private final Model model;
    private final HTMLElement bar = Html.byId("kept");
    private final HTMLElement told = Html.byId("kept-told");
    private final HTMLElement button = Html.byId("kept-way");
    private @Nullable Experiment kept;
    /** Why what was kept cannot be read, or empty. */
    private String damage = "";

    private Experiment opened;
    /** Whether what is shown is the visitor's own. */
    private boolean isOwn;

    private boolean isWaiting;
    private @Nullable Way way;

    /** Where the button leads: what it says, what is shown then, and whether that is the visitor's own. */
    private record Way(String label, Experiment to, boolean own) {}

    KeptPanel(Model model) {
        this.model = model;
        this.opened = model.experiment();
        String text = Storage.read(NAME);
        if (text != null) {
            try {
                kept = ExperimentCodec.read(text);
            } catch (JsonException | IllegalArgumentException e) {
                damage = String.valueOf(e.getMessage());
            }
        }
        Html.on(button, "click", event -> go());
        Html.on(Html.byId("kept-close"), "click", event -> {
            Html.setVisible(bar, false);
            Html.byId("overlay").focus();
        });
        Browser.onHide(this::keep);
    }

    /** Shows what a page begins with that brings nothing along: what was kept, if anything was. */
    void restore() {
        Experiment last = kept;
        Experiment first = Opening.experiment();
        load(last == null ? first : last, last != null);
        if (last != null && !last.equals(first)) {
            offer(Words.say("kept.leftOff"), new Way(AFRESH, first, false));
        }
        if (!damage.isEmpty()) {
            model.tell(Words.say("kept.unreadable", damage));
        }
    }

    /** Whether what is shown began as an experiment that was opened. */
    boolean isFrom(Experiment experiment) {
        return opened.equals(experiment);
    }

    /** Whether there is something to restore. */
    boolean isKept() {
        return kept != null || !damage.isEmpty();
    }

    /** Takes note of an experiment that the address brings along, before it is shown. */
    void arrives(Experiment experiment) {
        keep();
        Experiment last = kept;
        opened = experiment;
        isOwn = experiment.equals(last);
        Html.setVisible(bar, false);
        if (last != null && !isOwn) {
            offer(Words.say("kept.safe"), new Way(BACK, last, true));
        }
    }

    /** Shows an experiment that the visitor opens, and a way back. */
    void open(String name, Experiment experiment) {
        keep();
        Way back = new Way(BACK, model.experiment(), isOwn);
        load(experiment, false);
        offer(Words.say("kept.opened", name), back);
    }

    private void load(Experiment experiment, boolean own) {
        opened = experiment;
        isOwn = own;
        model.load(experiment);
    }

    private void offer(String text, Way offered) {
        way = offered;
        Html.setText(told, text);
        Html.setText(button, Words.say(offered.label()));
        Html.setVisible(bar, true);
    }

    private void go() {
        Way taken = way;
        if (taken == null) {
            return;
        }
        keep();
        Experiment before = model.experiment();
        boolean wasOwn = isOwn;
        load(taken.to(), taken.own());
        switch (taken.label()) {
            case AFRESH -> offer(Words.say("kept.fresh"), new Way(BACK, before, wasOwn));
            case BACK -> offer(Words.say("kept.yours"), new Way(FORTH, before, wasOwn));
            default -> offer(Words.say("kept.other"), new Way(BACK, before, wasOwn));
        }
    }

    @Override
    public void show() {
        if (model.state().playing() || isWaiting) {
            return;
        }
        recognize();
        if (isOwn && !model.experiment().equals(kept)) {
            isWaiting = true;
            Window.setTimeout(this::write, BETWEEN);
        }
    }

    private void write() {
        isWaiting = false;
        if (!model.state().playing()) {
            keep();
        }
    }

    /** Makes what is shown the visitor's own as soon as the visitor has changed it. */
    private void recognize() {
        Experiment present = model.experiment();
        // Where nothing is lost by it, a look is worth keeping too; time passes by itself.
        View untouched = kept == null ? present.view().withStep(opened.view().step()) : opened.view();
        isOwn |= !present.withView(untouched).equals(opened);
    }

    private void keep() {
        recognize();
        Experiment present = model.experiment();
        if (isOwn && !present.equals(kept)) {
            kept = present;
            Storage.write(NAME, ExperimentCodec.write(present));
        }
    }
}
