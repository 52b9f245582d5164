package org.fallline.server.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The saved experiments by id: the same text always has the same id, and one id never means two texts.
 *
 * <p>The id of a text is the shortest prefix of its hash, from {@link ExperimentId#LENGTH} characters on, that no other
 * text has taken before it. A fork is its owner's own, however like its parent: its id is a prefix of the hash of text,
 * parent and token together.
 *
 * <p>What was asked for lately is kept in memory and believed for a second, so what one process changes is seen by the
 * others within that time; and where the database does not answer, what is kept is still shown.
 */
public final class SavedExperiments {
    /** Bytes, of a heap that may be small. */
    private static final long KEPT = 24 << 20;

    /** Of a row beside its text. */
    private static final int ROW = 500;

    private static final long BELIEVED = Duration.ofSeconds(1).toNanos();

    /** What was looked up, and when in nanoseconds of a clock that never jumps. */
    private record Kept(SavedExperiment experiment, long at) {}

    private final ExperimentStore store;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Cache<String, Kept> cache = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String id, Kept kept) -> ROW + 2 * kept.experiment.spec().length())
            .executor(Runnable::run)
            .build();

    /**
     * The experiments of a store.
     *
     * @param store where they are kept
     * @param clock what tells the time of a save
     */
    public SavedExperiments(ExperimentStore store, Clock clock) {
        this(store, clock, System::nanoTime);
    }

    /** The same with nanoseconds of another clock, which never jumps. */
    SavedExperiments(ExperimentStore store, Clock clock, LongSupplier nanos) {
        this.store = store;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * What came of a save.
     *
     * @param id the experiment's id
     * @param editToken the secret of whoever saved this text first; null when the text was there already
     */
    public record Receipt(String id, @Nullable EditToken editToken) {}

    /**
     * Keeps a text for ever.
     *
     * @param spec canonical text of an experiment
     * @return its id, and the edit token when this call was the first to save it, once it is on the disk; fails with a
     *     {@link StoreException}
     */
    public CompletableFuture<Receipt> save(String spec) {
        return add(spec, new Fresh(spec, EditToken.random(), now(), null), ExperimentId.LENGTH);
    }

    /**
     * Keeps a text as a fork of another.
     *
     * @param parent id of what it is a fork of
     * @param spec canonical text of an experiment, which may be the parent's own
     * @return the id of the fork and its edit token, as {@link #save}
     */
    public CompletableFuture<Receipt> fork(String parent, String spec) {
        EditToken token = EditToken.random();
        String hashed = spec + "\n" + parent + "\n" + token.hash();
        return add(hashed, new Fresh(spec, token, now(), parent), ExperimentId.LENGTH)
                .thenApply(receipt -> {
                    cache.invalidate(parent); // it has one fork more
                    return receipt;
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What is to be kept, but for its id. */
    private record Fresh(
            String spec,
            EditToken token,
            Instant at,
            @Nullable String parent) {
        SavedExperiment as(String id) {
            return SavedExperiment.fresh(id, spec, token, at, parent);
        }
    }

    /** Keeps it by an id of so many characters, or by a longer one where another text has that. */
    private CompletableFuture<Receipt> add(String hashed, Fresh fresh, int length) {
        if (length > ExperimentId.MAXIMAL_LENGTH) {
            throw new IllegalStateException("two texts with one SHA-256");
        }
        String id = ExperimentId.of(hashed, length);
        return store.add(fresh.as(id)).thenCompose(holder -> {
            if (holder.isEmpty()) {
                return CompletableFuture.completedFuture(new Receipt(id, fresh.token()));
            }
            boolean isSame =
                    holder.get().spec().equals(fresh.spec()) && holder.get().parent() == null;
            return isSame ? CompletableFuture.completedFuture(new Receipt(id, null)) : add(hashed, fresh, length + 1);
        });
    }

    /**
     * The experiment of an id, as it was within the last second.
     *
     * @param id any text
     * @return the experiment, which may be hidden, or null when there is none
     */
    public @Nullable SavedExperiment find(String id) {
        if (!ExperimentId.isId(id)) {
            return null;
        }
        Kept kept = cache.getIfPresent(id);
        if (kept != null && nanos.getAsLong() - kept.at < BELIEVED) {
            return kept.experiment;
        }
        try {
            return refresh(id, kept);
        } catch (StoreException e) {
            if (kept != null) {
                return kept.experiment;
            }
            throw e;
        }
    }

    private @Nullable SavedExperiment refresh(String id, @Nullable Kept kept) {
        long now = nanos.getAsLong();
        SavedExperiment found = store.find(id);
        if (found == null) {
            cache.invalidate(id);
            return null;
        }
        // The same instance says that nothing changed, which spares others from making what they made of it.
        SavedExperiment same = kept != null && kept.experiment.equals(found) ? kept.experiment : found;
        cache.put(id, new Kept(same, now));
        return same;
    }

    /**
     * The experiment of an id as it is now.
     *
     * @param id any text
     * @return the experiment, which may be hidden, or null when there is none
     */
    public @Nullable SavedExperiment current(String id) {
        return ExperimentId.isId(id) ? refresh(id, null) : null;
    }

    /**
     * Whether a secret is the one of an experiment; takes as long for a wrong one as for the right one.
     *
     * @param experiment what is to be edited
     * @param token what was presented
     */
    public static boolean isOwner(SavedExperiment experiment, EditToken token) {
        return MessageDigest.isEqual(
                experiment.editTokenHash().getBytes(StandardCharsets.US_ASCII),
                token.hash().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Changes what an owner says.
     *
     * @param experiment as it is
     * @param title a line of text
     * @param notes text
     * @param tags in lower case, each once
     * @param isListed whether the gallery shows it; it keeps its place there if it was listed before
     * @return as it is then, or null when it was deleted meanwhile
     */
    public @Nullable SavedExperiment edit(
            SavedExperiment experiment, String title, String notes, List<String> tags, boolean isListed) {
        Instant before = experiment.listing().listedAt();
        Instant listedAt =
                !isListed ? null : before != null ? before : clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Listing listing = new Listing(title, notes, List.copyOf(tags), listedAt);
        boolean done = store.edit(experiment.id(), listing);
        cache.invalidate(experiment.id());
        return done ? experiment.with(listing) : null;
    }

    /** Removes an experiment for ever. */
    public void delete(SavedExperiment experiment) {
        store.delete(experiment.id());
        cache.invalidate(experiment.id());
    }

    /** What an experiment is a fork of, see {@link ExperimentStore#lineage}. */
    public List<String> lineage(SavedExperiment experiment, int most) {
        return experiment.parent() == null
                ? List.of()
                // Who lists a fork must not thereby give away the address of somebody else's unlisted experiment.
                : store.lineage(experiment.id(), most, experiment.listing().listedAt() != null);
    }
}
