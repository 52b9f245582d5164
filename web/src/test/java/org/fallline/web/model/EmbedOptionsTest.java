package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.web.model.EmbedOptions.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbedOptionsTest {
    @Test
    void nothing_isALandscapeWithTime() {
        EmbedOptions options = EmbedOptions.read("");
        assertEquals(List.of("landscape"), options.views());
        assertEquals(List.of(Control.TIME), options.controls());
        assertEquals("", options.theme());
        assertFalse(options.autoplay());
        assertNull(options.step());
        assertFalse(options.isSized());
        assertTrue(options.isLinked());
        assertEquals(options, EmbedOptions.read("?utm_source=elsewhere&view="));
    }

    @Test
    void fields_areReadInAnyOrder() {
        EmbedOptions options = EmbedOptions.read(
                "?step=12&view=losses,landscape&theme=dark&controls=time%2Coptimizers&autoplay=1&size=content&link=0");
        assertEquals(List.of("losses", "landscape"), options.views());
        assertTrue(options.has(Control.OPTIMIZERS));
        assertFalse(options.has(Control.NUMBERS));
        assertEquals("dark", options.theme());
        assertTrue(options.autoplay());
        assertEquals(12, options.step());
        assertTrue(options.isSized());
        assertFalse(options.isLinked());
        assertEquals(List.of(), EmbedOptions.read("controls=none").controls());
    }

    @ParameterizedTest
    @CsvSource({
        "step=-1, 'step: expected a whole number from 0 on, but found -1'",
        "step=two, 'step: expected a whole number from 0 on, but found two'",
        "theme=blue, 'theme: expected light or dark, but found blue'",
        "controls=tmie, 'controls: expected time, optimizers, numbers or none, but found tmie'",
    })
    void wrongValue_isRefused_withWhatWouldBeRight(String query, String message) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> EmbedOptions.read(query));
        assertEquals(message, e.getMessage());
    }
}
