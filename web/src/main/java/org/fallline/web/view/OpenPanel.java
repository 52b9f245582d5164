package org.fallline.web.view;

import org.fallline.experiment.Experiment;
import org.fallline.scene.SvgPainter;
import org.fallline.web.model.DataIntents;
import org.fallline.web.model.Incoming;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Files;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Opening what the visitor brings: a file that is chosen, a file or text that is dropped or pasted anywhere. */
final class OpenPanel {
    private final Model model;
    private final Opened opened;
    private final HTMLElement hint = Html.byId("drop-hint");
    /** Whether what is dragged comes from the page itself. */
    private boolean isOwnDrag;
    /** Tells an answer of the server from one that was asked for later. */
    private int asked;

    /** Receives what was opened. */
    interface Opened {
        /** Takes an experiment, and the name of what it came in. */
        void open(String name, Experiment experiment);
    }

    OpenPanel(Model model, Opened opened) {
        this.model = model;
        this.opened = opened;
        HTMLElement input = Html.byId("file");
        Html.on(Html.byId("open-file"), "click", event -> input.click());
        Html.on(input, "change", event -> {
            JSObject file = Files.chosen(input);
            if (file != null) {
                read(file);
            }
        });
        HTMLDocument page = HTMLDocument.current();
        page.addEventListener("dragstart", event -> isOwnDrag = true);
        page.addEventListener("dragend", event -> isOwnDrag = false);
        page.addEventListener("dragover", this::over);
        page.addEventListener("dragleave", event -> {
            if (Files.isLeaving(event)) {
                Html.setVisible(hint, false);
            }
        });
        page.addEventListener("drop", this::drop);
        page.addEventListener("paste", this::paste);
    }

    private void over(Event event) {
        if (!isOwnDrag && Files.isDroppable(event)) {
            event.preventDefault();
            Files.offerCopy(event);
            Html.setVisible(hint, true);
        }
    }

    private void drop(Event event) {
        Html.setVisible(hint, false);
        if (!isOwnDrag && Files.isDroppable(event)) {
            event.preventDefault();
            take(event, Words.say("open.dropped"));
        }
    }

    private void paste(Event event) {
        if (!Typing.isUnderWay()) {
            take(event, Words.say("open.pasted"));
        }
    }

    private void take(Event event, String name) {
        JSObject file = Files.brought(event);
        if (file != null) {
            read(file);
            return;
        }
        String text = Files.broughtText(event);
        if (!text.isEmpty()) {
            open(name, text);
        }
    }

    private void read(JSObject file) {
        Files.read(file, (name, text, error) -> {
            if (error.isEmpty()) {
                open(name, text);
            } else {
                refuse(name, error);
            }
        });
    }

    private void open(String name, String text) {
        asked++;
        try {
            if (isTable(name) || Incoming.isTable(text)) {
                model.dispatch(DataIntents.table(text));
                return;
            }
            Incoming incoming = Incoming.read(isXml(text) ? inPicture(text) : text, Browser.site());
            Experiment experiment = incoming.experiment();
            if (experiment == null) {
                fetch(incoming.id());
            } else {
                opened.open(name, experiment);
            }
        } catch (IllegalArgumentException e) {
            refuse(name, Incoming.complaint(e));
        }
    }

    /** Whether a file is one to learn from. */
    private static boolean isTable(String name) {
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }

    private static boolean isXml(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).trim().startsWith("<");
    }

    private static String inPicture(String svg) {
        String text = Files.textIn(svg, "metadata#" + SvgPainter.METADATA_ID);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(Words.say("open.noExperiment"));
        }
        return text;
    }

    private void fetch(String id) {
        int question = asked;
        SavedExperiment.fetch(
                id,
                experiment -> {
                    if (question == asked) {
                        opened.open(Words.say("open.saved"), experiment);
                    }
                },
                reason -> {
                    if (question == asked) {
                        model.tell(reason);
                    }
                });
    }

    private void refuse(String name, String reason) {
        model.tell(Words.say("open.refused", name, reason));
    }
}
