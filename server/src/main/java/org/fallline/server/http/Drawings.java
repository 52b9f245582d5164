package org.fallline.server.http;

import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.server.preview.Budget;
import org.fallline.server.preview.Preview;
import org.fallline.server.store.Cards;
import org.fallline.server.store.Cards.Card;
import org.fallline.server.store.RootCause;
import org.fallline.server.store.SavedExperiment;
import org.fallline.server.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the picture of each experiment once, and keeps it.
 *
 * <p>It is the only computing that visitors can ask of the server, so it is bounded: a picture has a fixed size, a fixed time
 * and a fixed memory; no more are drawn at once than leave processors for everything else, and no more wait than will have
 * their turn soon. A request waits only so long; whatever becomes of the picture is there for the next one. A drawing that does not
 * come to its end, which would be a fault of ours, loses its place to others, and its experiment has no picture then.
 */
public final class Drawings implements AutoCloseable {
    /** Draws an experiment. */
    @FunctionalInterface
    public interface Draftsman {
        /**
         * The picture in two sizes.
         *
         * @throws Budget.Exceeded when it takes more than it may
         */
        Preview draw(Experiment experiment);
    }

    /**
     * How long what may last.
     *
     * @param request how long a request waits for a picture
     * @param drawing when a drawing counts as one that will never end: beyond what a draftsman allows itself
     */
    public record Patience(Duration request, Duration drawing) {}

    private static final Logger LOG = LoggerFactory.getLogger(Drawings.class);

    private static final int WAITING = 32;

    /** Each drawing without an end still takes a processor; more of them do not get their places replaced. */
    private static final int MOST_LOST = 4;

    /** What cost too much may be tried again then: a machine may be faster by then, or less busy. */
    private static final Duration PAUSE = Duration.ofDays(1);

    private final Cards cards;
    private final Draftsman draftsman;
    private final Patience patience;
    private final Clock clock;
    private final Consumer<String> outcomes;
    private final Map<String, CompletableFuture<Card>> pending = new ConcurrentHashMap<>();
    private final Set<Drawing> running = ConcurrentHashMap.newKeySet();
    private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private final ThreadPoolExecutor places;
    private int lost; // places of drawings that do not end; guarded by this

    /** A drawing that has its place since a moment of {@link System#nanoTime}. */
    private record Drawing(SavedExperiment saved, CompletableFuture<Card> card, Thread thread, long begin) {}

    /**
     * The pictures of a store.
     *
     * @param cards where they are kept
     * @param draftsman who draws them
     * @param patience how long requests wait and drawings last
     * @param clock what tells when one was drawn
     * @param outcomes is told of each what came of it
     */
    public Drawings(Cards cards, Draftsman draftsman, Patience patience, Clock clock, Consumer<String> outcomes) {
        this.cards = cards;
        this.draftsman = draftsman;
        this.patience = patience;
        this.clock = clock;
        this.outcomes = outcomes;
        places = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "drawing");
                    thread.setDaemon(true); // one that does not come to its end must not keep the process
                    return thread;
                });
        places.allowCoreThreadTimeOut(true);
    }

    /** How many pictures wait or are drawn. */
    public int pending() {
        return pending.size();
    }

    /** The picture, if it was drawn already; one that cost too much counts until it may be tried again. */
    @Nullable Card find(SavedExperiment saved) {
        Card card = cards.find(saved.id(), Preview.DRAWING);
        boolean isOver = card != null
                && card.card() == null
                && Math.abs(Duration.between(card.drawnAt(), clock.instant()).toMillis()) > PAUSE.toMillis();
        return isOver ? null : card;
    }

    /** Draws a picture soon, if there is room, for whoever will ask for it. */
    public void prepare(SavedExperiment saved) {
        try {
            if (find(saved) == null) {
                draw(saved).exceptionally(failure -> {
                    LOG.warn("the picture of {} could not be drawn: {}", saved.id(), RootCause.text(failure));
                    return null;
                });
            }
        } catch (StoreException | RejectedExecutionException e) {
            LOG.debug("the picture of {} is drawn when somebody asks for it", saved.id());
        }
    }

    /** Draws a picture, or ends the request when that takes too long. */
    Card drawn(SavedExperiment saved) throws InterruptedException {
        try {
            return draw(saved).get(patience.request.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            throw new ProblemException(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Too many pictures are being drawn just now."));
        } catch (TimeoutException e) {
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "This picture is still being drawn. Try again in a moment."));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private CompletableFuture<Card> draw(SavedExperiment saved) {
        endless().forEach(this::giveUp);
        CompletableFuture<Card> mine = new CompletableFuture<>();
        CompletableFuture<Card> other = pending.putIfAbsent(saved.id(), mine);
        if (other != null) {
            return other;
        }
        try {
            places.execute(() -> draw(saved, mine));
            return mine;
        } catch (RejectedExecutionException e) {
            pending.remove(saved.id());
            throw e;
        }
    }

    private void draw(SavedExperiment saved, CompletableFuture<Card> card) {
        Drawing drawing = new Drawing(saved, card, Thread.currentThread(), System.nanoTime());
        running.add(drawing);
        try {
            card.complete(make(saved));
        } catch (Throwable e) {
            outcomes.accept("failed");
            card.completeExceptionally(e);
        } finally {
            pending.remove(saved.id(), card);
            end(drawing);
        }
    }

    private synchronized void end(Drawing drawing) {
        if (!running.remove(drawing)) {
            lost--; // it did end
            resize();
        }
    }

    /** Takes their places from drawings that do not end; done whenever a picture is wanted, as nobody misses a place before. */
    private synchronized List<Drawing> endless() {
        List<Drawing> endless = running.stream()
                .filter(each -> System.nanoTime() - each.begin > patience.drawing.toNanos())
                .toList();
        for (Drawing drawing : endless) {
            running.remove(drawing);
            drawing.thread.interrupt();
            lost++;
        }
        resize();
        return endless;
    }

    private void giveUp(Drawing drawing) {
        LOG.error("the picture of {} is given up: it did not come to its end", drawing.saved.id());
        outcomes.accept("lost");
        pending.remove(drawing.saved.id(), drawing.card);
        Card none = new Card(clock.instant(), null, null);
        drawing.card.complete(none);
        cards.put(drawing.saved.id(), Preview.DRAWING, none);
    }

    /** Gives places back for those that are lost, or takes them away again. */
    private void resize() {
        int size = threads + Math.min(lost, MOST_LOST);
        if (size > places.getMaximumPoolSize()) {
            places.setMaximumPoolSize(size);
            places.setCorePoolSize(size);
        } else {
            places.setCorePoolSize(size);
            places.setMaximumPoolSize(size);
        }
    }

    private Card make(SavedExperiment saved) {
        Card card;
        try {
            Preview preview = draftsman.draw(Lookup.experiment(saved));
            card = new Card(clock.instant(), preview.card(), preview.thumbnail());
            outcomes.accept("drawn");
        } catch (Budget.Exceeded | OutOfMemoryError e) {
            LOG.info("the picture of {} is not drawn: {}", saved.id(), e.getMessage());
            card = new Card(clock.instant(), null, null);
            outcomes.accept("refused");
        }
        cards.put(saved.id(), Preview.DRAWING, card);
        return card;
    }

    @Override
    public void close() {
        places.shutdownNow();
    }
}
