package org.fallline.web.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.json.Json;
import org.fallline.json.JsonException;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** Saving, linking and embedding the present moment. */
final class SharePanel implements Panel {
    private static final int EMBED_WIDTH = 720;
    private static final int EMBED_HEIGHT = 560;

    /** Seconds after which a save that failed is tried again: the last of them again and again. */
    private static final int[] PAUSES = {2, 5, 15, 30, 60};

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Model model;
    private final HTMLElement panel = Html.byId("share");
    private final HTMLElement save = Html.byId("save");
    private final HTMLElement status = Html.byId("share-status");
    private final HTMLElement saved = Html.byId("saved");
    private final HTMLElement link = Html.byId("link");
    private final HTMLElement snippet = Html.byId("snippet");
    private final HTMLElement embedView = Html.byId("embed-view");
    private final HTMLElement publish = Html.byId("publish");
    private final HTMLElement publishTitle = Html.byId("publish-title");
    private final Supplier<String> parent;
    private @Nullable Experiment savedExperiment;
    private String savedId = "";
    /** What allows to change what is said of what was saved; empty where somebody had saved the same before. */
    private String token = "";

    private boolean saving;
    /** Tells what was to be tried again from what was asked for since. */
    private int asked;

    /** {@code parent} gives the id of the shared experiment that this one began as; empty if it is none. */
    SharePanel(Model model, Supplier<String> parent) {
        this.model = model;
        this.parent = parent;
        Html.on(save, "click", event -> save(model.experiment(), 0, ++asked));
        Html.on(Html.byId("publish-button"), "click", event -> publish());
        Html.on(embedView, "change", event -> showSnippet());
        Html.on(Html.byId("copy-whole"), "click", event -> copyWhole());
        Html.on(Html.byId("copy-link"), "click", event -> copy(link, Words.say("share.linkCopied")));
        Html.on(Html.byId("copy-snippet"), "click", event -> copy(snippet, Words.say("share.snippetCopied")));
        Html.on(Html.byId("close-share"), "click", event -> {
            Html.setVisible(panel, false);
            save.focus();
        });
    }

    @Override
    public void show() {
        Html.setEnabled(save, !saving);
        Experiment before = savedExperiment;
        Html.setVisible(Html.byId("stale"), before != null && !isLike(model.experiment(), before));
    }

    /** Whether an experiment is another but for the time that has passed in it. */
    private static boolean isLike(Experiment experiment, Experiment other) {
        int step = other.view().step();
        return experiment.withView(experiment.view().withStep(step)).equals(other);
    }

    private void save(Experiment experiment, int failures, int question) {
        saving = true;
        tell(Words.say("share.saving"));
        show();
        String origin = parent.get();
        String address = Browser.site() + "api/experiments" + (origin.isEmpty() ? "" : "/" + origin + "/fork");
        Browser.post(address, ExperimentCodec.write(experiment), (code, text) -> {
            saving = false;
            if (code == OK || code == CREATED) {
                succeeded(experiment, text);
            } else {
                failed(experiment, code, text, failures, question);
            }
            show();
        });
    }

    private void succeeded(Experiment experiment, String answer) {
        asked++;
        savedExperiment = experiment;
        savedId = member(answer, "id");
        token = member(answer, "editToken");
        Html.setValue(link, Browser.home() + "e/" + savedId);
        showSnippet();
        Html.setVisible(saved, true);
        Html.setVisible(publish, !token.isEmpty());
        Html.setValue(publishTitle, experiment.title());
        tell(Words.say(member(answer, "parent").isEmpty() ? "share.saved" : "share.forked"));
    }

    /** Lists what was saved in the gallery. */
    private void publish() {
        Map<String, Json> changes = new LinkedHashMap<>();
        changes.put("title", new Json.Str(Html.value(publishTitle)));
        changes.put("listed", new Json.Bool(true));
        String body = JsonWriter.write(new Json.Obj(changes));
        Browser.send("PATCH", Browser.site() + "api/experiments/" + savedId, token, body, (code, text) -> {
            Html.setVisible(publish, code != OK);
            String detail = code == 0 ? Words.say("share.unreachable") : member(text, "detail");
            tell(code == OK ? Words.say("share.listed") : Words.say("share.notListed", detail));
        });
    }

    private void showSnippet() {
        Experiment of = savedExperiment;
        if (of != null) {
            String view = Html.value(embedView);
            String query = view.isEmpty() ? "" : "?view=" + view;
            Html.setValue(snippet, snippet(Browser.home() + "embed/" + savedId + query, of.title()));
        }
    }

    private void failed(Experiment experiment, int code, String text, int failures, int question) {
        String detail = code == 0 ? Words.say("share.unreachable") : member(text, "detail");
        String why = detail.isEmpty() ? "" : ": " + detail;
        Browser.replaceFragment(ExperimentUrl.write(experiment));
        boolean passing = code == 0 || code >= 500 || code == TOO_MANY_REQUESTS;
        if (!passing) {
            tell(Words.say("share.notSaved", why));
            return;
        }
        int pause = PAUSES[Math.min(failures, PAUSES.length - 1)];
        tell(Words.say("share.notSavedYet", why, pause));
        Runnable again = () -> {
            if (question == asked && !saving) {
                save(experiment, failures + 1, question);
            }
        };
        Window.setTimeout(again::run, 1000 * pause);
    }

    private static String member(String text, String name) {
        try {
            return JsonReader.read(text) instanceof Json.Obj obj && obj.member(name) instanceof Json.Str str
                    ? str.text()
                    : "";
        } catch (JsonException e) {
            return "";
        }
    }

    private static String snippet(String url, String title) {
        String name = title.isEmpty() ? Words.say("embed.title") : title;
        String escaped = name.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return "<iframe src=\"" + url + "\" title=\"" + escaped + "\" width=\"" + EMBED_WIDTH + "\" height=\""
                + EMBED_HEIGHT + "\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>";
    }

    private void copyWhole() {
        String url = Browser.home() + "#" + ExperimentUrl.write(model.experiment());
        // What was saved before has another link.
        Html.setVisible(saved, false);
        Html.setVisible(publish, false);
        Browser.copy(url, success -> tell(Words.say(success ? "share.wholeCopied" : "share.mayNotCopy")));
    }

    private void copy(HTMLElement field, String done) {
        Html.select(field);
        Browser.copy(Html.value(field), success -> tell(success ? done : Words.say("share.selected")));
    }

    private void tell(String text) {
        Html.setVisible(panel, true);
        Html.setText(status, text);
    }
}
