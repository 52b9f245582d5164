package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.fallline.web.model.Arrangement.Place;
import org.fallline.web.model.Arrangement.Zone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    private static final List<Place> USUAL = List.of(
            new Place("losses", Zone.MAIN, true),
            new Place("fit", Zone.MAIN, true),
            new Place("weights", Zone.MAIN, false),
            new Place("step", Zone.SIDE, true));

    private static final String USUAL_TEXT = "main:losses main:fit main:-weights side:step";

    private static Arrangement read(@Nullable String text) {
        return Arrangement.read(text, USUAL);
    }

    @Test
    void nothingKept_isTheUsualArrangement() {
        assertEquals(USUAL_TEXT, read(null).text());
    }

    @Test
    void text_isReadAsItWasWritten() {
        String text = "side:step side:-losses main:weights main:fit";
        assertEquals(text, read(text).text());
    }

    @Test
    void viewsThatNobodyKnows_areLeftOut_andNewOnesStandLast() {
        assertEquals(
                "side:fit main:losses main:-weights side:step",
                read("main:gone side:fit nonsense").text());
        assertEquals(USUAL_TEXT, read("main:losses side:losses").text(), "the first word about a view counts");
    }

    @Test
    void shown_comesLast_hidden_staysInItsPlace() {
        assertEquals(
                "main:losses main:fit side:step main:weights",
                read(null).shown("weights", true).text());
        assertEquals(
                "main:-losses main:fit main:-weights side:step",
                read(null).shown("losses", false).text());
    }

    @Test
    void moved_passesTheNextThatIsSeen_andStaysAtTheEnds() {
        Arrangement usual = read(null);
        assertEquals(
                "main:fit main:losses main:-weights side:step",
                usual.moved("losses", false, place -> true).text());
        assertEquals(
                "main:fit main:losses main:-weights side:step",
                usual.moved("fit", true, place -> true).text());
        assertEquals(USUAL_TEXT, usual.moved("losses", true, place -> true).text());
        assertEquals(USUAL_TEXT, usual.moved("fit", false, place -> true).text(), "below there is only a hidden one");
        assertEquals(
                USUAL_TEXT,
                usual.moved("losses", false, place -> !place.view().equals("fit"))
                        .text());
        assertNull(usual.neighbour("losses", true, place -> true));
        assertNotNull(usual.neighbour("losses", false, place -> true));
    }

    @Test
    void toOtherZone_andBefore_moveFromColumnToColumn() {
        assertEquals(
                "main:fit main:-weights side:step side:losses",
                read(null).toOtherZone("losses").text());
        assertEquals(
                "main:fit main:-weights side:losses side:step",
                read(null).before("losses", "step").text());
        assertEquals(USUAL_TEXT, read(null).before("fit", "fit").text());
    }

    @Test
    void viewThatThereIsNot_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> read(null).shown("nothing", true));
    }
}
