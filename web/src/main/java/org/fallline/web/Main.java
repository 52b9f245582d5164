package org.fallline.web;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.web.model.EmbedOptions;
import org.fallline.web.model.Incoming;
import org.fallline.web.model.Opening;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.PageWords;
import org.fallline.web.platform.Pieces;
import org.fallline.web.view.Page;
import org.fallline.web.view.SavedExperiment;
import org.fallline.web.words.Words;
import org.fallline.web.worker.WorkerProgram;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLDocument;

/** The program of the site: a page that begins with the experiment which its address names, or the worker of one. */
public final class Main {
    private Main() {}

    /**
     * Starts it.
     *
     * @param args {@code worker} where there is no page
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("worker")) {
            WorkerProgram.start();
        } else {
            startPage();
        }
    }

    private static void startPage() {
        Words.speak(PageWords.ofPage());
        Pieces start = new Pieces();
        start.add(Opening::experiment);
        start.add(() -> {
            Page page = page();
            start.add(() -> open(page));
        });
        start.start();
    }

    private static Page page() {
        if (!"embed".equals(HTMLDocument.current().getBody().getAttribute("data-mode"))) {
            return new Page(null);
        }
        try {
            return new Page(EmbedOptions.read(Browser.query()));
        } catch (IllegalArgumentException e) {
            // Better the usual embed, and what is wrong, than nothing.
            return new Page(EmbedOptions.USUAL, Incoming.complaint(e));
        }
    }

    private static void open(Page page) {
        String id = id(Browser.path());
        if (!openFragment(page)) {
            if (id.isEmpty()) {
                page.open();
            } else {
                SavedExperiment.fetch(id, experiment -> page.open(id, experiment), page::openInstead);
            }
        }
        Browser.onFragmentChange(() -> {
            if (!openFragment(page)) {
                page.restoreFragment();
            }
        });
    }

    /** The id in {@code …/e/{id}} or {@code …/embed/{id}}, or empty. */
    private static String id(String path) {
        for (String folder : new String[] {"/e/", "/embed/"}) {
            int at = path.lastIndexOf(folder);
            if (at >= 0) {
                return path.substring(at + folder.length());
            }
        }
        return "";
    }

    /** Opens the experiment in the address's fragment, if one is there. */
    private static boolean openFragment(Page page) {
        try {
            @Nullable Experiment experiment = ExperimentUrl.read(Browser.fragment());
            if (experiment != null) {
                page.open(experiment);
            }
            return experiment != null;
        } catch (IllegalArgumentException e) {
            page.openInstead(Words.say("page.wrongLink", Incoming.complaint(e)));
            return true;
        }
    }
}
