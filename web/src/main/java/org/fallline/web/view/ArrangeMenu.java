package org.fallline.web.view;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fallline.web.model.Arrangement;
import org.fallline.web.model.Arrangement.Place;
import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The menu of a view that moves and hides it. */
final class ArrangeMenu {
    private final Tile tile;
    private final Supplier<Arrangement> arrangement;
    private final Predicate<Place> seen;
    private final Consumer<Arrangement> receiver;
    private final Popup popup;
    private final HTMLElement up;
    private final HTMLElement down;
    private final HTMLElement aside;

    ArrangeMenu(Tile tile, Supplier<Arrangement> arrangement, Predicate<Place> seen, Consumer<Arrangement> receiver) {
        this.tile = tile;
        this.arrangement = arrangement;
        this.seen = seen;
        this.receiver = receiver;
        String name = tile.name();
        // These leave the menu open: the view may have further to go.
        up = Html.button(
                "",
                Words.say("tiles.up"),
                () -> receiver.accept(arrangement.get().moved(name, true, seen)));
        down = Html.button(
                "",
                Words.say("tiles.down"),
                () -> receiver.accept(arrangement.get().moved(name, false, seen)));
        aside = Html.button("", "", () -> choose(arrangement.get().toOtherZone(name)));
        HTMLElement hide = Html.button(
                "", Words.say("tiles.hide"), () -> choose(arrangement.get().shown(name, false)));
        HTMLElement summary = Html.text("summary", "", "⋯");
        summary.setAttribute("aria-label", Words.say("tiles.arrangeTile", tile.title()));
        summary.setTitle(Words.say("tiles.arrangeHint"));
        HTMLElement choices = Html.element("div", "", up, down, aside, hide);
        choices.setAttribute("role", "group");
        choices.setAttribute("aria-label", Words.say("tiles.arrange"));
        HTMLElement details = Html.element("details", "arrange", summary, choices);
        tile.header().appendChild(details);
        popup = new Popup(details);
    }

    private void choose(Arrangement wanted) {
        popup.close();
        receiver.accept(wanted);
    }

    /** Shows what the menu can do now. */
    void show() {
        Arrangement now = arrangement.get();
        Html.setUseful(up, now.neighbour(tile.name(), true, seen) != null);
        Html.setUseful(down, now.neighbour(tile.name(), false, seen) != null);
        Html.setText(aside, Words.say(now.place(tile.name()).zone() == Zone.MAIN ? "tiles.toSide" : "tiles.toMain"));
    }
}
