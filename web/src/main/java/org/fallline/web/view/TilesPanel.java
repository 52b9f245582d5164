package org.fallline.web.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fallline.web.model.Arrangement;
import org.fallline.web.model.Arrangement.Place;
import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Storage;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** The views, where the reader wants them; kept between visits. */
final class TilesPanel implements Panel {
    private static final String KEPT = "fallline.views";
    private static final String DRAGGED = "dragged";

    private final Map<String, Tile> tiles = new LinkedHashMap<>();
    private final Map<String, ArrangeMenu> menus = new LinkedHashMap<>();
    private final Map<Zone, HTMLElement> zones =
            Map.of(Zone.MAIN, Html.byId("views-main"), Zone.SIDE, Html.byId("views-side"));
    private final HTMLElement adders = Html.byId("add-views");
    /** The views that are in sight: what is scrolled away is not shown. */
    private final Set<String> inSight = new HashSet<>();
    /** The views of which the browser has told whether they are in sight. */
    private final Set<String> known = new HashSet<>();

    private final Runnable changed;
    private Arrangement arrangement;
    private List<String> laidOut = List.of();
    private @Nullable Tile dragged;

    /**
     * Lays out the views.
     *
     * @param changed called when another view is to be shown
     */
    TilesPanel(List<Tile> all, Runnable changed) {
        this.changed = changed;
        List<Place> usual = new ArrayList<>();
        for (Tile tile : all) {
            tiles.put(tile.name(), tile);
            usual.add(new Place(tile.name(), tile.frame().zone(), tile.frame().isUsual()));
            menus.put(tile.name(), new ArrangeMenu(tile, this::arrangement, this::isSeen, this::arrange));
            makeDraggable(tile);
            Browser.onSight(tile.element(), sees -> {
                known.add(tile.name());
                if (sees ? inSight.add(tile.name()) : inSight.remove(tile.name())) {
                    changed.run();
                }
            });
        }
        arrangement = Arrangement.read(Storage.read(KEPT), usual);
    }

    private Arrangement arrangement() {
        return arrangement;
    }

    private boolean isSeen(Place place) {
        return place.shown() && tile(place.view()).fits();
    }

    private Tile tile(String name) {
        Tile tile = tiles.get(name);
        if (tile == null) {
            throw new IllegalArgumentException("no such view: " + name);
        }
        return tile;
    }

    private void arrange(Arrangement wanted) {
        arrangement = wanted;
        Storage.write(KEPT, wanted.text());
        changed.run();
    }

    /** A view is taken by its title and dropped on another one, before which it then stands. */
    private void makeDraggable(Tile tile) {
        HTMLElement element = tile.element();
        HTMLElement title = tile.header().querySelector("h2");
        title.setAttribute("draggable", "true");
        Html.on(title, "dragstart", event -> {
            dragged = tile;
            Html.setClass(element, DRAGGED, true);
        });
        Html.on(title, "dragend", event -> {
            dragged = null;
            Html.setClass(element, DRAGGED, false);
        });
        Html.on(element, "dragover", event -> {
            if (dragged != null && dragged != tile) {
                event.preventDefault();
                Html.setClass(element, "target", true);
            }
        });
        Html.on(element, "dragleave", event -> Html.setClass(element, "target", false));
        Html.on(element, "drop", event -> {
            Html.setClass(element, "target", false);
            if (dragged != null) {
                event.preventDefault();
                event.stopPropagation();
                arrange(arrangement.before(dragged.name(), tile.name()));
            }
        });
    }

    @Override
    public void show() {
        List<String> wanted = new ArrayList<>();
        for (Place place : arrangement.places()) {
            if (tile(place.view()).fits()) {
                wanted.add(place.toString());
            }
        }
        if (!wanted.equals(laidOut)) {
            laidOut = wanted;
            layOut();
        }
    }

    private void layOut() {
        List<HTMLElement> more = new ArrayList<>();
        for (Zone zone : Zone.values()) {
            List<HTMLElement> children = new ArrayList<>();
            for (Place place : arrangement.places()) {
                if (place.zone() == zone) {
                    children.add(tile(place.view()).element());
                }
            }
            Html.arrange(zone(zone), children);
        }
        for (Place place : arrangement.places()) {
            Tile tile = tile(place.view());
            Html.setVisible(tile.element(), isSeen(place));
            if (isSeen(place)) {
                menu(place).show();
            } else if (tile.fits()) {
                more.add(Html.button("chip", Words.say("tiles.addTile", tile.title()), () -> add(tile)));
            }
        }
        Html.replaceChildren(adders, more);
        arrangement.places().stream()
                .filter(this::isSeen)
                .forEach(place -> tile(place.view()).settle());
    }

    private void add(Tile tile) {
        arrange(arrangement.shown(tile.name(), true));
        show();
        tile.element().setTabIndex(-1);
        tile.element().focus();
        Browser.bringIntoSight(tile.element());
    }

    private HTMLElement zone(Zone zone) {
        HTMLElement element = zones.get(zone);
        if (element == null) {
            throw new IllegalArgumentException("no such zone: " + zone);
        }
        return element;
    }

    private ArrangeMenu menu(Place place) {
        ArrangeMenu menu = menus.get(place.view());
        if (menu == null) {
            throw new IllegalArgumentException("no such view: " + place.view());
        }
        return menu;
    }

    /** The views as panels of their own, each of which has its turn; one that is not in sight does nothing. */
    List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (Tile tile : tiles.values()) {
            panels.add(new Panel() {
                @Override
                public void show() {
                    if (inSight.contains(tile.name())) {
                        tile.show();
                    }
                }

                @Override
                public boolean isPainted() {
                    return known.contains(tile.name()) && (!inSight.contains(tile.name()) || tile.isPainted());
                }

                @Override
                public boolean isMoving() {
                    return tile.isMoving();
                }
            });
        }
        return panels;
    }
}
