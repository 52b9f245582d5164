package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.web.model.EmbedOptions;
import org.fallline.web.model.Incoming;
import org.fallline.web.model.Model;
import org.fallline.web.model.Opening;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Frames;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Offline;
import org.fallline.web.platform.PageScript;
import org.fallline.web.platform.Pieces;
import org.fallline.web.words.Words;
import org.fallline.web.worker.Engine;
import org.fallline.web.worker.Inspector;
import org.fallline.web.worker.Landscapes;
import org.fallline.web.worker.Studies;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** The page: panels on a model, and the engine that answers it. */
public final class Page {
    private final Model model = new Model(Opening.experiment(), Browser::now);
    private final Engine engine;
    private final Asking asking;
    private final Inquiry inquiry;
    /** What is wrong with how an embed was asked for, or empty. */
    private String complaint;

    /** Null in an embed that shows other views. */
    private final @Nullable LandscapePanel landscape;
    /** Milliseconds until the site is kept for when there is no network: what the visitor came for is first. */
    private static final int OFFLINE_AFTER = 5000;

    /** So many times as long it waits at most for time to stand still: keeping the site takes from the frames. */
    private static final int MOST_WAITS = 12;

    /** Milliseconds between two texts while time runs. */
    private static final double TEXTS_APART = 250;

    /** What shows the panels, the first in a hurry first: those that move with time, and those with texts. */
    private final List<Runnable> moving = new ArrayList<>();

    private final List<Runnable> texts = new ArrayList<>();

    private final Player player = new Player(model);
    private final Frames frames = new Frames(this::show);
    private final Pieces pieces = new Pieces();
    private final Address address;
    /** Null in the playground. */
    private final @Nullable EmbedOptions embed;
    /** Null in somebody else's page, where nothing is kept. */
    private final @Nullable KeptPanel kept;
    /** Whether all panels may have something else to show, and not the landscape alone. */
    private boolean isStale;
    /** When the texts were told to be shown last. */
    private double told;

    /** What the page shows beside the landscape. */
    private final List<Panel> panels = new ArrayList<>();

    private final HTMLElement main = HTMLDocument.current().querySelector("main");
    private final Runnable painting = this::tellPainted;
    /** Whether those who wait for it know that all is painted. */
    private boolean isPaintingTold;

    private String shownBuild = "";
    /** The experiment whose time is to run by itself as soon as there is something to see, unless it has been changed by then. */
    private @Nullable Experiment rolling;

    /** The experiment that the page was opened with, and its id, if the server keeps it. */
    private @Nullable Experiment shared;

    private String sharedId = "";

    /**
     * Builds the page.
     *
     * @param embed how it shows its experiment in somebody else's page; null for the playground
     */
    public Page(@Nullable EmbedOptions embed) {
        this(embed, "");
    }

    /** Builds the page; {@code complaint} says what is wrong with how it was asked for. */
    public Page(@Nullable EmbedOptions embed, String complaint) {
        this.embed = embed;
        this.complaint = complaint;
        main.setAttribute("aria-busy", "true");
        this.address = new Address(embed != null);
        String worker = Browser.site() + "worker.js";
        Studies studies = new Studies(worker, model::tell);
        Landscapes landscapes = new Landscapes(worker, Browser.cores(), model::sampled, model::unsampled);
        this.engine = new Engine(worker, model::ran, model::tell);
        this.inquiry = new Inquiry(model, new Inspector(worker, model::found, model::stood, model::noted, model::tell));
        if (embed != null) {
            Embed.dress(embed);
        }
        this.landscape = embed == null || embed.hasLandscape()
                ? new LandscapePanel(model, frames::request, inquiry::point)
                : null;
        this.asking = new Asking(model, engine, landscapes, landscape != null);
        add(new TimePanel(model));
        if (embed == null) {
            KeptPanel own = new KeptPanel(model);
            kept = own;
            add(own);
            furnish(studies, own);
        } else {
            kept = null;
            furnish(studies, embed);
        }
        Appearance.onChange(this::refresh);
        Appearance.onPaper(() -> {
            refresh();
            frames.finish();
            Browser.settleCanvases();
        });
        model.onChange(this::changed);
    }

    /** Adds what an embed shows beside the landscape. */
    private void furnish(Studies studies, EmbedOptions options) {
        try {
            List<Tile> tiles = Views.figures(model, studies, frames, this::refresh).stream()
                    .map(Supplier::get)
                    .toList();
            Embed.panels(options, model, tiles).forEach(this::add);
        } catch (IllegalArgumentException e) {
            complaint = Incoming.complaint(e);
        }
        new PageApi(model, this::open, true);
    }

    /** Adds what a visitor needs no sooner than it can be looked at, the first to be looked for first. */
    private void furnish(Studies studies, KeptPanel own) {
        pieces.add(() -> add(new ProblemPanel(model)));
        pieces.add(() -> add(new OptimizersPanel(model)));
        pieces.add(() -> add(new ViewPanel(model)));
        List<Tile> tiles = new ArrayList<>();
        Views.all(model, studies, frames, this::refresh).forEach(view -> pieces.add(() -> tiles.add(view.get())));
        pieces.add(() -> {
            TilesPanel panel = new TilesPanel(tiles, this::refresh);
            add(panel);
            panel.panels().forEach(this::add);
        });
        pieces.add(() -> add(new Invitation(model)));
        pieces.add(() -> add(new HistoryPanel(model)));
        pieces.add(() -> add(new SharePanel(model, () -> parent(own))));
        pieces.add(HelpDialog::new);
        pieces.add(() -> new LanguageLinks(model));
        pieces.add(() -> new ExportPanel(model, () -> landscape == null ? null : landscape.scene()));
        pieces.add(() -> new OpenPanel(model, own::open));
        pieces.add(() -> keepLater(MOST_WAITS));
        // Scripts find the page when all of it is there.
        pieces.add(() -> new PageApi(model, experiment -> own.open(Words.say("kept.script"), experiment), false));
    }

    /** Keeps the site when time stands still, or after so many more waits. */
    private void keepLater(int waits) {
        Window.setTimeout(
                () -> {
                    if (model.state().playing() && waits > 0) {
                        keepLater(waits - 1);
                    } else {
                        Offline.begin(Browser.site(), Browser.home());
                    }
                },
                OFFLINE_AFTER);
    }

    private void add(Panel panel) {
        panels.add(panel);
        (panel.isMoving() ? moving : texts).add(panel::show);
        if (pieces.isStarted()) {
            pieces.addNext(panel::show);
        }
    }

    /** Shows the experiment that a page begins with. */
    public void open(Experiment experiment) {
        address.is(experiment);
        if (kept != null) {
            kept.arrives(experiment);
        }
        model.load(experiment);
        if (embed != null) {
            Integer step = embed.step();
            if (step != null) {
                model.dispatch(TimeIntents.goTo(step));
            }
            if (embed.autoplay()) {
                roll();
            }
            if (!complaint.isEmpty()) {
                model.tell(complaint);
            }
        }
    }

    /** Shows an experiment that this site's server keeps. */
    public void open(String id, Experiment experiment) {
        sharedId = id;
        shared = experiment;
        open(experiment);
    }

    /** The id of the shared experiment that the present one was made from; empty if it was made from none, or is still the same. */
    private String parent(KeptPanel own) {
        boolean isChild =
                shared != null && own.isFrom(shared) && !model.experiment().walksAs(shared);
        return isChild ? sharedId : "";
    }

    /** Shows what a page begins with that brings nothing along: what the visitor left last, if anything. */
    public void open() {
        if (kept != null && kept.isKept()) {
            kept.restore();
        } else {
            open(Opening.experiment());
            if (embed == null) {
                roll();
            }
        }
    }

    private void roll() {
        rolling = Motion.isWelcome() ? model.experiment() : null;
    }

    /** Shows the page's first experiment and says why it is not the one that was asked for. */
    public void openInstead(String reason) {
        open(Opening.experiment());
        model.tell(reason);
    }

    /** Puts the experiment back into the address, where a link within the page has taken its place. */
    public void restoreFragment() {
        if (embed == null) {
            Browser.replaceFragment(ExperimentUrl.write(model.experiment()));
        }
    }

    private void changed() {
        pieces.start();
        if (rolling != null && !rolling.equals(model.experiment())) {
            rolling = null;
        }
        if (rolling != null && model.isWalked() && (landscape == null || model.landscape() != null)) {
            rolling = null;
            model.dispatch(TimeIntents.ROLL);
            return;
        }
        asking.ask();
        if (landscape != null) {
            inquiry.ask();
        }
        player.show();
        refresh();
    }

    private void refresh() {
        isStale = true;
        frames.request();
    }

    private void show() {
        if (landscape != null) {
            landscape.show();
        }
        if (!isPaintingTold) {
            frames.later(painting);
        }
        if (!isStale) {
            return;
        }
        isStale = false;
        moving.forEach(frames::later);
        tell();
        Html.setText(Html.byId("notice"), model.notice());
        Html.setVisible(Html.byId("notice"), !model.notice().isEmpty());
        showBuild(engine.build());
        address.show(model.state());
    }

    /**
     * Tells, as soon as there is all to see, those who wait for it: the page around this one, which shows something else until then,
     * and whoever reads it aloud or drives it.
     */
    private void tellPainted() {
        boolean isThere = model.isWalked()
                && (embed != null || pieces.isDone())
                && (landscape == null || landscape.isPainted())
                && panels.stream().allMatch(Panel::isPainted);
        if (isPaintingTold) {
            return;
        }
        if (isThere || !model.notice().isEmpty()) {
            isPaintingTold = true;
            Frames.afterNext(() -> {
                main.setAttribute("aria-busy", "false");
                PageScript.tellPainted();
            });
        } else {
            frames.request();
        }
    }

    /** Brings the texts up to date: at once, or a few times a second while time runs. */
    private void tell() {
        double now = Browser.now();
        if (!model.state().playing() || now - told > TEXTS_APART) {
            told = now;
            texts.forEach(frames::later);
        }
    }

    /** Tells which build of the engine runs. */
    private void showBuild(String build) {
        if (build.equals(shownBuild)) {
            return;
        }
        shownBuild = build;
        HTMLDocument.current().getBody().setAttribute("data-engine", build);
    }
}
