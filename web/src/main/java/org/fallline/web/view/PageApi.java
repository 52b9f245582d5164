package org.fallline.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.web.model.Incoming;
import org.fallline.web.model.Model;
import org.fallline.web.model.StateText;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.PageScript;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/**
 * What scripts can do with the page: {@code load}, {@code play}, {@code pause}, {@code goTo} and {@code state}. Each answers with the
 * state of the page once the walks of the experiment are known.
 */
final class PageApi {
    /** Milliseconds from a change until it is told, with all that follow it by then. */
    private static final int CHANGES_APART = 150;

    private final Model model;
    private final Consumer<Experiment> opened;
    private final Map<String, Consumer<String>> calls = new LinkedHashMap<>();
    private final List<Consumer<String>> waiting = new ArrayList<>();
    /** Whether the page around this one wants to be told of changes. */
    private boolean isWatched;

    private boolean isTelling;

    /**
     * Offers it.
     *
     * @param opened shows an experiment
     * @param embedded whether the page stands in somebody else's, which may then ask by messages
     */
    PageApi(Model model, Consumer<Experiment> opened, boolean embedded) {
        this.model = model;
        this.opened = opened;
        calls.put("play", nothing -> run(true));
        calls.put("pause", nothing -> run(false));
        calls.put("goTo", this::goTo);
        calls.put("state", nothing -> {});
        if (embedded) {
            calls.put("watch", nothing -> isWatched = true);
        }
        JSArray<JSString> names = new JSArray<>();
        names.push(JSString.valueOf("load"));
        calls.keySet().forEach(name -> names.push(JSString.valueOf(name)));
        PageScript.offer(names, embedded, this::call);
        model.onChange(this::answer);
    }

    private void call(String name, String argument, Consumer<String> resolve, Consumer<String> reject) {
        try {
            if (name.equals("load")) {
                load(argument, resolve, reject);
                return;
            }
            Consumer<String> call = calls.get(name);
            if (call == null) {
                throw new IllegalArgumentException(
                        "no such call: " + name + "; there are load, " + String.join(", ", calls.keySet()));
            }
            call.accept(argument);
            await(resolve);
        } catch (IllegalArgumentException e) {
            reject.accept(Incoming.complaint(e));
        }
    }

    private void load(String text, Consumer<String> resolve, Consumer<String> reject) {
        Incoming incoming = Incoming.read(text, Browser.site());
        Experiment experiment = incoming.experiment();
        if (experiment == null) {
            SavedExperiment.fetch(incoming.id(), saved -> show(saved, resolve), reject);
        } else {
            show(experiment, resolve);
        }
    }

    private void show(Experiment experiment, Consumer<String> resolve) {
        opened.accept(experiment);
        await(resolve);
    }

    private void run(boolean playing) {
        if (model.state().playing() != playing) {
            model.dispatch(TimeIntents.PLAY);
        }
    }

    private void goTo(String argument) {
        int last = model.experiment().steps();
        int step = -1;
        try {
            step = Integer.parseInt(argument);
        } catch (NumberFormatException e) {
            // Told below, with what would be right.
        }
        if (step < 0 || step > last) {
            throw new IllegalArgumentException(
                    "goTo: expected a whole number from 0 to " + last + ", but found " + argument);
        }
        model.dispatch(TimeIntents.goTo(step));
    }

    private void await(Consumer<String> resolve) {
        waiting.add(resolve);
        answer();
    }

    private void answer() {
        if (!model.isWalked()) {
            return;
        }
        if (isWatched && !isTelling) {
            isTelling = true;
            Window.setTimeout(this::tell, CHANGES_APART);
        }
        if (waiting.isEmpty()) {
            return;
        }
        List<Consumer<String>> ready = List.copyOf(waiting);
        waiting.clear();
        String state = StateText.write(model);
        ready.forEach(resolve -> resolve.accept(state));
    }

    /** Tells whoever watches what has changed. */
    private void tell() {
        isTelling = false;
        PageScript.tellChange(StateText.write(model));
    }
}
