package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What {@link SharedPagesTest} does not reach over HTTP. */
class PageHeadTest {
    private static final PageHead HEAD = new PageHead("Title", "Description", "https://x.example", "", "1", true);

    @Test
    void fill_replacesThePagesOwnCardOnly() {
        String filled = HEAD.fill("""
                <title>Fallline</title>
                <meta name="viewport" content="width=device-width">
                <meta property="og:title" content="Old">
                <meta name="twitter:card" content="summary">
                """, "e/1");
        assertTrue(filled.contains("<meta name=\"viewport\" content=\"width=device-width\">"), filled);
        assertTrue(filled.contains("<meta property=\"og:title\" content=\"Title\">"), filled);
        assertTrue(!filled.contains("Old") && !filled.contains("content=\"summary\""), filled);
    }

    @Test
    void fill_pageWithoutTitle_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> HEAD.fill("<p>No head</p>", "e/1"));
    }
}
