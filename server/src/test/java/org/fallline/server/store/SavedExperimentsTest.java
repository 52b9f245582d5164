package org.fallline.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedExperimentsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    Path directory;

    private ExperimentStore store;
    private SavedExperiments experiments;

    @BeforeEach
    void open() throws Exception {
        store = new JdbcStore(Database.embedded(directory));
        experiments = new SavedExperiments(store, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void save_newText_givesItsIdAndATokenWhoseHashAloneIsKept() {
        SavedExperiments.Receipt receipt = experiments.save("abc");
        assertNotNull(receipt.editToken());
        SavedExperiment saved = experiments.find(receipt.id());
        assertEquals(
                new SavedExperiment(receipt.id(), "abc", receipt.editToken().hash(), NOW), saved);
        assertFalse(String.valueOf(saved).contains(receipt.editToken().text()));
    }

    @Test
    void save_sameText_givesTheSameIdAndNoToken() {
        String id = experiments.save("abc").id();
        assertEquals(new SavedExperiments.Receipt(id, null), experiments.save("abc"));
    }

    @Test
    void save_idTakenByAnotherText_takesOneCharacterMore() {
        String id = ExperimentId.of("abc", 12);
        store.add(new SavedExperiment(id, "another text", "", NOW));
        String longer = experiments.save("abc").id();
        assertEquals(ExperimentId.of("abc", 13), longer);
        assertTrue(longer.startsWith(id));
        assertEquals("abc", spec(longer));
        assertEquals("another text", spec(id));
        assertEquals(longer, experiments.save("abc").id());
    }

    private String spec(String id) {
        return Objects.requireNonNull(experiments.find(id)).spec();
    }

    @Test
    void find_textThatIsNoId_isNull() {
        assertNull(experiments.find(""));
        assertNull(experiments.find("../etc/passwd"));
        assertNull(experiments.find("0123456789AB"));
    }

    @Test
    void id_isThePrefixOfSha256() {
        // SHA-256("abc") = ba7816bf 8f01cfe…, the example of FIPS 180-4; by fives:
        // 10111 01001 11100 00001 01101 01111 11100 01111 00000 00111 00111 11110
        assertEquals("q9w1dfwf077y", ExperimentId.of("abc", 12));
        assertEquals(51, ExperimentId.of("abc", ExperimentId.MAXIMAL_LENGTH).length());
        assertTrue(ExperimentId.isId("q9w1dfwf077y"));
        assertFalse(ExperimentId.isId("q9w1dfwf077"));
        assertFalse(ExperimentId.isId("q9w1dfwf077l"));
    }

    @Test
    void editToken_isLongRandomAndSilentInLogs() {
        EditToken token = EditToken.random();
        assertEquals(32, token.text().length());
        assertNotEquals(token, EditToken.random());
        assertFalse(token.toString().contains(token.text()));
        assertEquals(token.hash(), new EditToken(token.text()).hash());
    }
}
