package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.fallline.web.words.Split;
import org.jspecify.annotations.Nullable;

/**
 * Where the reader wants the views: the places of all views there are, those of a zone in the order in which they stand there.
 * As a text it is {@code "main:losses main:-fit side:step"}, a minus marking a view that is not shown.
 */
public record Arrangement(List<Place> places) {
    private static final char HIDDEN = '-';

    /** A column of the page that holds views. */
    public enum Zone {
        /** Under the landscape. */
        MAIN("main"),
        /** Beside it. */
        SIDE("side");

        private final String text;

        Zone(String text) {
            this.text = text;
        }

        /** The other one. */
        public Zone other() {
            return this == MAIN ? SIDE : MAIN;
        }
    }

    /**
     * Where a view stands.
     *
     * @param view the name of the view: letters and hyphens, beginning with a letter
     */
    public record Place(String view, Zone zone, boolean shown) {
        private String text() {
            return zone.text + ':' + (shown ? "" : HIDDEN) + view;
        }
    }

    public Arrangement {
        places = List.copyOf(places);
    }

    /**
     * The arrangement that a text tells, as far as it can be understood, of views that there are; those that it does not
     * mention stand last, as usual.
     *
     * @param usual the places of all views before a reader moves any
     */
    public static Arrangement read(@Nullable String text, List<Place> usual) {
        List<Place> places = new ArrayList<>();
        for (String word : Split.at(' ', text == null ? "" : text)) {
            for (Place place : usual) {
                for (Zone zone : Zone.values()) {
                    for (boolean shown : new boolean[] {true, false}) {
                        Place told = new Place(place.view(), zone, shown);
                        if (told.text().equals(word) && index(places, place.view()) < 0) {
                            places.add(told);
                        }
                    }
                }
            }
        }
        for (Place place : usual) {
            if (index(places, place.view()) < 0) {
                places.add(place);
            }
        }
        return new Arrangement(places);
    }

    /** This as a text. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Place place : places) {
            out.append(out.isEmpty() ? "" : " ").append(place.text());
        }
        return out.toString();
    }

    /**
     * The place of a view.
     *
     * @throws IllegalArgumentException if there is no such view
     */
    public Place place(String view) {
        return places.get(require(view));
    }

    /** The same with a view shown, last in its zone, or hidden. */
    public Arrangement shown(String view, boolean shown) {
        Place place = place(view);
        return shown == place.shown()
                ? this
                : with(new Place(view, place.zone(), shown), shown ? places.size() : require(view));
    }

    /** The same with a view last in the other zone. */
    public Arrangement toOtherZone(String view) {
        Place place = place(view);
        return with(new Place(view, place.zone().other(), place.shown()), places.size());
    }

    /** The same with a view where another one stands, which comes after it. */
    public Arrangement before(String view, String other) {
        if (view.equals(other)) {
            return this;
        }
        List<Place> changed = new ArrayList<>(places);
        Place moved = changed.remove(require(view));
        int at = index(changed, other);
        changed.add(at, new Place(view, changed.get(at).zone(), moved.shown()));
        return new Arrangement(changed);
    }

    /** The same with a view moved past its neighbour in its zone: up, or else down. The first does not go up, nor the last down. */
    public Arrangement moved(String view, boolean up, Predicate<Place> seen) {
        Place neighbour = neighbour(view, up, seen);
        if (neighbour == null) {
            return this;
        }
        return up ? before(view, neighbour.view()) : before(neighbour.view(), view);
    }

    /** The next view above, or else below, in the zone of a view, among those that are seen; null if there is none. */
    public @Nullable Place neighbour(String view, boolean up, Predicate<Place> seen) {
        Place place = place(view);
        int step = up ? -1 : 1;
        for (int i = require(view) + step; i >= 0 && i < places.size(); i += step) {
            Place other = places.get(i);
            if (other.zone() == place.zone() && other.shown() && seen.test(other)) {
                return other;
            }
        }
        return null;
    }

    private Arrangement with(Place changed, int at) {
        List<Place> all = new ArrayList<>(places);
        all.remove(require(changed.view()));
        all.add(Math.min(at, all.size()), changed);
        return new Arrangement(all);
    }

    private int require(String view) {
        int at = index(places, view);
        if (at < 0) {
            throw new IllegalArgumentException("no such view: " + view);
        }
        return at;
    }

    private static int index(List<Place> places, String view) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).view().equals(view)) {
                return i;
            }
        }
        return -1;
    }
}
