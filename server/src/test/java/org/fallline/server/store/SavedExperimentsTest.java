package org.fallline.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedExperimentsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private Database database;
    private ExperimentStore store;
    private SavedExperiments experiments;

    @BeforeEach
    void open() throws Exception {
        database = Database.embedded(directory);
        store = new ExperimentStore(database);
        experiments = new SavedExperiments(store, Clock.fixed(NOW, ZoneOffset.UTC), nanos::get);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void save_newText_givesItsIdAndATokenWhoseHashAloneIsKept() {
        SavedExperiments.Receipt receipt = experiments.save("abc").join();
        assertNotNull(receipt.editToken());
        SavedExperiment saved = experiments.find(receipt.id());
        assertEquals(SavedExperiment.fresh(receipt.id(), "abc", receipt.editToken(), NOW, null), saved);
        assertFalse(String.valueOf(saved).contains(receipt.editToken().text()));
    }

    @Test
    void save_sameText_givesTheSameIdAndNoToken() {
        String id = experiments.save("abc").join().id();
        assertEquals(
                new SavedExperiments.Receipt(id, null), experiments.save("abc").join());
    }

    @Test
    void save_idTakenByAnotherText_takesOneCharacterMore() {
        String id = ExperimentId.of("abc", 12);
        store.add(SavedExperiment.fresh(id, "another text", EditToken.random(), NOW, null))
                .join();
        String longer = experiments.save("abc").join().id();
        assertEquals(ExperimentId.of("abc", 13), longer);
        assertTrue(longer.startsWith(id));
        assertEquals("abc", spec(longer));
        assertEquals("another text", spec(id));
        assertEquals(longer, experiments.save("abc").join().id());
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

    @Test
    void fork_isItsOwnersOwn_howeverLikeItsParent() {
        String parent = experiments.save("abc").join().id();
        SavedExperiments.Receipt one = experiments.fork(parent, "abc").join();
        SavedExperiments.Receipt two = experiments.fork(parent, "abc").join();
        assertNotEquals(parent, one.id());
        assertNotEquals(one.id(), two.id());
        assertNotNull(one.editToken());
        assertEquals("abc", spec(two.id()));
        assertEquals(parent, Objects.requireNonNull(experiments.find(one.id())).parent());
        assertEquals(2, Objects.requireNonNull(experiments.find(parent)).forks());
        assertEquals(parent, experiments.save("abc").join().id());
    }

    @Test
    void find_whileTheDatabaseIsDown_givesWhatWasFoundBefore() {
        String id = experiments.save("abc").join().id();
        assertEquals("abc", spec(id));
        database.close();
        nanos.addAndGet(1_000_000_001); // what was found is believed for a second
        assertEquals("abc", spec(id));
        assertThrows(StoreException.class, () -> experiments.find("0123456789ab"));
    }

    @Test
    void find_afterAnotherProcessChangedIt_seesThatWithinASecond() {
        String id = experiments.save("abc").join().id();
        assertEquals("abc", spec(id));
        store.hide(id, NOW);
        assertNull(Objects.requireNonNull(experiments.find(id)).hiddenAt());
        nanos.addAndGet(1_000_000_001);
        assertEquals(NOW, Objects.requireNonNull(experiments.find(id)).hiddenAt());
        store.delete(id);
        nanos.addAndGet(1_000_000_001);
        assertNull(experiments.find(id));
    }

    @Test
    void isOwner_isWhoHoldsTheToken() {
        SavedExperiments.Receipt receipt = experiments.save("abc").join();
        SavedExperiment saved = Objects.requireNonNull(experiments.find(receipt.id()));
        assertTrue(SavedExperiments.isOwner(saved, Objects.requireNonNull(receipt.editToken())));
        assertFalse(SavedExperiments.isOwner(saved, EditToken.random()));
        assertFalse(SavedExperiments.isOwner(saved, new EditToken("")));
        assertFalse(SavedExperiments.isOwner(saved, new EditToken(saved.editTokenHash())));
    }
}
