package org.fallline.web.view;

import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.web.model.Incoming;
import org.fallline.web.platform.Browser;

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
                refused.accept("Cannot open the saved experiment: " + Incoming.complaint(e));
                return;
            }
            found.accept(experiment);
        });
    }

    private static Experiment read(String id, int status, String text) {
        return switch (status) {
            case OK -> Incoming.json(text);
            case NOT_FOUND -> throw new IllegalArgumentException("there is none with the id " + id + " here");
            case 0 -> throw new IllegalArgumentException(text);
            default -> throw new IllegalArgumentException("the server answered with status " + status);
        };
    }
}
