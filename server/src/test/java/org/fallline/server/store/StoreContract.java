package org.fallline.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.fallline.server.Specs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every database promises; one is tested by a subclass that says how to open it. */
abstract class StoreContract {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.678Z");

    @TempDir
    Path directory;

    Database database;
    ExperimentStore store;
    private Gallery gallery;

    /** Opens an empty database, or after the first call in a test the same again. */
    abstract Database open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        database = open();
        store = new ExperimentStore(database);
        gallery = new Gallery(database);
    }

    @AfterEach
    void closeStore() {
        database.close();
    }

    static SavedExperiment experiment(String id, String spec) {
        return new SavedExperiment(id, spec, "00ff".repeat(16), NOON, null, 0, Listing.NONE, null);
    }

    private static SavedExperiment listed(String id, String title, int minute, String... tags) {
        Listing listing = new Listing(title, "notes of " + id, List.of(tags), NOON.plusSeconds(60L * minute));
        return experiment(id, "{\"id\":\"" + id + "\"}").with(listing);
    }

    private static SavedExperiment fork(String id, String parent) {
        return new SavedExperiment(id, "{}", "00ff".repeat(16), NOON, parent, 0, Listing.NONE, null);
    }

    /** Whether it was added: nobody had its id. */
    private boolean added(SavedExperiment experiment) {
        return added(store, experiment);
    }

    static boolean added(ExperimentStore store, SavedExperiment experiment) {
        try {
            return store.add(experiment).join().isEmpty();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException cause ? cause : e;
        }
    }

    @Test
    void find_afterAdd_returnsWhatWasAdded() {
        SavedExperiment saved = experiment("0123456789ab", "{\"title\":\"Täler & <b>Grate</b> 🏔\\u0000\"}");
        assertTrue(added(saved));
        assertEquals(saved, store.find("0123456789ab"));
    }

    @Test
    void find_unknownId_isNull() {
        assertNull(store.find("0123456789ab"));
        assertNull(store.find("' OR '1'='1"));
    }

    @Test
    void add_takenId_changesNothing() {
        SavedExperiment first = experiment("0123456789ab", "{\"version\":1}");
        assertTrue(added(first));
        assertEquals(
                Optional.of(first),
                store.add(experiment("0123456789ab", "{\"version\":1,\"seed\":2}"))
                        .join());
        assertEquals(first, store.find("0123456789ab"));
    }

    @Test
    void add_largeSpec_isKeptWhole() {
        SavedExperiment saved = experiment("0123456789ab", "x".repeat(256 * 1024));
        assertTrue(added(saved));
        assertEquals(saved, store.find("0123456789ab"));
    }

    @Test
    void add_sameIdFromManyThreads_succeedsOnce() throws Exception {
        assertEquals(1, successes(32, i -> experiment("0123456789ab", "{\"seed\":" + i + "}")));
    }

    @Test
    void add_manyIdsFromManyThreads_losesNone() throws Exception {
        assertEquals(100, successes(100, i -> experiment("id" + i, "{\"seed\":" + i + "}")));
        for (int i = 0; i < 100; i++) {
            assertEquals(experiment("id" + i, "{\"seed\":" + i + "}"), store.find("id" + i));
        }
    }

    @Test
    void add_forksFromManyThreads_areAllCounted() throws Exception {
        added(experiment("parent", "{}"));
        assertEquals(40, successes(40, i -> fork("fork" + i, "parent")));
        assertEquals(40, Objects.requireNonNull(store.find("parent")).forks());
    }

    private interface Numbered {
        SavedExperiment of(int i);
    }

    private int successes(int count, Numbered experiments) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                SavedExperiment mine = experiments.of(i);
                calls.add(() -> added(mine));
            }
            int successes = 0;
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                successes += call.get() ? 1 : 0;
            }
            return successes;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void find_afterReopening_returnsWhatWasAdded() throws Exception {
        SavedExperiment saved = listed("0123456789ab", "title", 1, "a", "b");
        added(saved);
        closeStore();
        openStore();
        assertEquals(saved, store.find("0123456789ab"));
    }

    @Test
    void open_emptyOrNot_hasTheNewestSchema() throws Exception {
        closeStore();
        openStore(); // the second time it is only looked at
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertEquals(
                    files.map(file -> file.getFileName().toString().replace(".sql", ""))
                            .sorted()
                            .toList(),
                    Migrations.FILES);
        }
        assertEquals(Migrations.FILES.size(), database.sql().with("look at the schema", Migrations::version));
    }

    @Test
    void open_whatABuildWithFlywayLeft_keepsWhatIsSaved() throws Exception {
        SavedExperiment saved = experiment("0123456789ab", "{}");
        added(saved);
        database.sql().inTransaction("go back", connection -> {
            Sql.update(connection, "DROP TABLE schema_versions");
            Sql.update(
                    connection, "CREATE TABLE flyway_schema_history (version VARCHAR(50), success BOOLEAN NOT NULL)");
            Sql.update(connection, "INSERT INTO flyway_schema_history VALUES ('1', TRUE), ('2', TRUE)");
            return true;
        });
        closeStore();
        openStore();
        assertEquals(saved, store.find("0123456789ab"));
        assertEquals(2, database.sql().with("look at the schema", Migrations::version));
    }

    @Test
    void everyCall_afterClose_throwsStoreException() {
        database.check();
        database.close();
        assertThrows(StoreException.class, () -> database.check());
        assertThrows(StoreException.class, () -> store.find("0123456789ab"));
        assertThrows(StoreException.class, () -> added(experiment("0123456789ab", "{}")));
    }

    @Test
    void edit_isWhatIsFoundAfterwards() {
        added(experiment("a", "{}"));
        Listing listing = new Listing("Title", "Notes\nof two lines", List.of("saddle", "two words"), NOON);
        assertTrue(store.edit("a", listing));
        assertEquals(experiment("a", "{}").with(listing), store.find("a"));
        assertTrue(store.edit("a", Listing.NONE));
        assertEquals(experiment("a", "{}"), store.find("a"));
        assertFalse(store.edit("b", listing));
    }

    @Test
    void delete_takesTagsAndCardAlong_andLeavesForks() {
        added(listed("parent", "title", 1, "tag"));
        added(fork("child", "parent"));
        Cards cards = new Cards(database);
        cards.put("parent", 1, new Cards.Card(NOON, new byte[] {1}, new byte[] {2}));
        assertTrue(store.delete("parent"));
        assertFalse(store.delete("parent"));
        assertNull(store.find("parent"));
        assertNull(cards.find("parent", 1));
        assertEquals(List.of(), gallery.tags(10));
        assertEquals(fork("child", "parent"), store.find("child"));
        assertEquals(List.of(), store.lineage("child", 10, false));
    }

    @Test
    void lineage_isTheNearestFirst_withoutHiddenOnes() {
        added(listed("one", "first", 1));
        added(fork("two", "one"));
        added(fork("three", "two"));
        added(fork("four", "three"));
        assertEquals(List.of("three", "two", "one"), store.lineage("four", 10, false));
        assertEquals(List.of("three", "two"), store.lineage("four", 2, false));
        assertEquals(List.of("one"), store.lineage("four", 10, true));
        store.hide("three", NOON);
        assertEquals(List.of("two", "one"), store.lineage("four", 10, false));
        assertEquals(List.of(), store.lineage("one", 10, false));
    }

    @Test
    void lineage_thatIsARing_ends() {
        added(fork("a", "b"));
        added(fork("b", "a"));
        assertEquals(6, store.lineage("a", 6, false).size());
    }

    @Test
    void gallery_showsWhatIsListedAndNotHidden() {
        added(experiment("unlisted", "{}"));
        added(listed("listed", "b", 1));
        added(listed("hidden", "c", 2));
        store.hide("hidden", NOON);
        assertEquals(List.of("listed"), ids(query("", null, Gallery.Order.NEWEST, null, 10)));
        store.hide("hidden", null);
        assertEquals(List.of("hidden", "listed"), ids(query("", null, Gallery.Order.NEWEST, null, 10)));
    }

    @Test
    void gallery_findsWordsInTitleNotesAndTags_inEitherCase() {
        added(listed("a", "Momentum in a RAVINE", 1, "classic"));
        added(listed("b", "Übung 100%_!", 2, "ravine"));
        assertEquals(List.of("b", "a"), found("ravine"));
        assertEquals(List.of("a"), found("Ravine MOMENTUM"));
        assertEquals(List.of("b"), found("übung"));
        assertEquals(List.of("b"), found("100%_!"));
        assertEquals(List.of("b"), found("%"));
        assertEquals(List.of("a"), found("notes of a classic"));
        assertEquals(List.of(), found("' OR 1=1 --"));
    }

    private List<String> found(String words) {
        return ids(query(words, null, Gallery.Order.NEWEST, null, 10));
    }

    @Test
    void gallery_byTagAndByParent() {
        added(listed("a", "a", 1, "x", "y"));
        added(listed("b", "b", 2, "y"));
        assertEquals(List.of("b", "a"), ids(query("", "y", Gallery.Order.NEWEST, null, 10)));
        assertEquals(List.of("a"), ids(query("", "x", Gallery.Order.NEWEST, null, 10)));
        assertEquals(List.of(new Gallery.TagCount("y", 2), new Gallery.TagCount("x", 1)), gallery.tags(10));
        added(fork("c", "a"));
        store.edit("c", new Listing("c", "", List.of(), NOON));
        Gallery.Query children = new Gallery.Query(List.of(), null, "a", Gallery.Order.NEWEST, null, 10);
        assertEquals(List.of("c"), ids(gallery.page(children)));
    }

    @Test
    void gallery_inEveryOrder_givesEachOnceOverItsPages() {
        for (int i = 0; i < 11; i++) {
            // Times and titles that are equal: the id decides.
            added(listed("id" + (char) ('a' + i), i % 2 == 0 ? "Even" : "odd", i / 3));
        }
        added(fork("child", "idd"));
        for (Gallery.Order order : Gallery.Order.values()) {
            List<String> all = ids(query("", null, order, null, 100));
            assertEquals(11, all.size());
            List<String> paged = new ArrayList<>();
            Gallery.Cursor cursor = null;
            do {
                Gallery.Page page = query("", null, order, cursor, 3);
                paged.addAll(ids(page));
                cursor = page.next();
            } while (cursor != null);
            assertEquals(all, paged, order.label());
        }
        assertEquals("idd", ids(query("", null, Gallery.Order.FORKS, null, 1)).get(0));
        assertEquals("ida", ids(query("", null, Gallery.Order.TITLE, null, 1)).get(0));
        assertEquals("idk", ids(query("", null, Gallery.Order.NEWEST, null, 1)).get(0));
        assertEquals("ida", ids(query("", null, Gallery.Order.OLDEST, null, 1)).get(0));
    }

    private Gallery.Page query(
            String words, @Nullable String tag, Gallery.Order order, Gallery.@Nullable Cursor after, int limit) {
        List<String> list = words.isEmpty() ? List.of() : List.of(words.split(" "));
        return gallery.page(new Gallery.Query(list, tag, null, order, after, limit));
    }

    private static List<String> ids(Gallery.Page page) {
        return page.items().stream().map(Gallery.Item::id).toList();
    }

    @Test
    void cards_areKeptByDrawing_andForWhatIsThereOnly() {
        Cards cards = new Cards(database);
        added(experiment("a", "{}"));
        cards.put("a", 1, new Cards.Card(NOON, new byte[] {1, -2, 0}, new byte[] {7}));
        assertArrayEquals(
                new byte[] {1, -2, 0},
                Objects.requireNonNull(cards.find("a", 1)).card());
        assertNull(cards.find("a", 2));
        cards.put("a", 2, new Cards.Card(NOON, null, null));
        assertNull(Objects.requireNonNull(cards.find("a", 2)).card());
        assertNull(cards.find("a", 1));
        cards.put("nobody", 1, new Cards.Card(NOON, new byte[] {1}, null));
        assertNull(cards.find("nobody", 1));
    }

    @Test
    void reports_areKeptNewestFirst_upToABoundForEachExperiment() {
        Reports reports = new Reports(database);
        for (int i = 0; i < 25; i++) {
            reports.add(Reports.Report.of("a", "reason " + i, NOON.plusSeconds(i)));
        }
        reports.add(Reports.Report.of("b", "another", NOON));
        assertEquals(21, reports.all().size());
        assertEquals("reason 19", reports.all().get(0).reason());
        assertEquals(20, reports.dismiss("a"));
        assertEquals(1, reports.all().size());
    }

    @Test
    void archive_readIntoAnEmptyDatabase_isTheSame() throws Exception {
        SavedExperiment full = new SavedExperiment(
                "0123456789ab",
                Specs.CHAPTER.replaceAll("\\s", ""),
                "ab".repeat(32),
                NOON,
                "0123456789ac",
                3,
                new Listing("T", "N", List.of("x", "y"), NOON),
                NOON);
        SavedExperiment plain = experiment("0123456789ad", "{\"version\":1}");
        added(full);
        added(plain);
        StringWriter text = new StringWriter();
        assertEquals(2, new Archive(database).write(text));
        store.delete(full.id());
        store.delete(plain.id());
        assertEquals(new Archive.Outcome(2, 0), read(text.toString(), true));
        assertEquals(full, store.find(full.id()));
        assertEquals(plain, store.find(plain.id()));
        assertEquals(new Archive.Outcome(0, 2), read(text.toString(), false));
        IOException refused = assertThrows(IOException.class, () -> read(text.toString(), true));
        assertTrue(String.valueOf(refused.getMessage()).contains("empty store"), refused.getMessage());
    }

    @Test
    void archive_thatIsCutOffOrWrong_addsNothing() throws Exception {
        added(experiment("0123456789ab", "{\"version\":1}"));
        added(experiment("0123456789ac", "{\"version\":1}"));
        StringWriter out = new StringWriter();
        new Archive(database).write(out);
        String text = out.toString();
        store.delete("0123456789ab");
        for (String wrong : List.of(
                text.substring(0, text.lastIndexOf("{\"end\"")),
                text.substring(0, text.length() / 2),
                text.replace("\"experiments\":2", "\"experiments\":3"),
                text.replace("0123456789ac", "not an id"),
                text.replace("\"savedAt\":\"2026", "\"savedAt\":\"late"),
                "")) {
            assertThrows(Archive.Malformed.class, () -> read(wrong, false), wrong);
            assertNull(store.find("0123456789ab"));
        }
        assertNotNull(read(text, false));
    }

    private Archive.Outcome read(String text, boolean onlyIntoEmpty) throws IOException {
        return new Archive(database)
                .read(new BufferedReader(new StringReader(text)), UnaryOperator.identity(), onlyIntoEmpty);
    }
}
