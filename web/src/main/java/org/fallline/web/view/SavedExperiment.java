package org.fallline.web.view;

import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.web.model.Incoming;
import org.fallline.web.platform.Browser;
import org.fallline.web.words.Words;

/** Asking this site's server for an experiment that it keeps. */
public final class SavedExperiment {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private SavedExperiment() {}

    /** Hands on the experiment of an id, or says why there is none. */
    public static void fetch(String id, Consumer<Experiment> found, Consumer<String> refused) {
        Browser.get(Browser.site() + "api/experiments/" + id, (status, text) -> {
            Experiment experiment;
            try {
                experiment = read(id, status, text);
            } catch (IllegalArgumentException e) {
                refused.accept(Words.say("open.savedRefused", Incoming.complaint(e)));
                return;
            }
            found.accept(experiment);
        });
    }

    private static Experiment read(String id, int status, String text) {
        return switch (status) {
            case OK -> Incoming.json(text);
            case NOT_FOUND -> throw new IllegalArgumentException(Words.say("open.unknown", id));
            case 0 -> throw new IllegalArgumentException(text);
            default -> throw new IllegalArgumentException(Words.say("open.status", status));
        };
    }
}
