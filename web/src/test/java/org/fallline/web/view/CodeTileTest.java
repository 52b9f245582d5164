package org.fallline.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fallline.code.Language;
import org.fallline.code.Languages;
import org.junit.jupiter.api.Test;

class CodeTileTest {
    @Test
    void languages_areThoseThatTheWorkerKnows_inItsOrder() {
        assertEquals(Languages.ALL.stream().map(Language::label).toList(), CodeTile.LANGUAGES);
    }
}
