package org.fallline.web.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Refinement;
import org.fallline.landscape.Window;
import org.fallline.scene.Picture;
import org.fallline.survey.Anchors;
import org.fallline.survey.Slice;
import org.fallline.web.platform.Frames;
import org.jspecify.annotations.Nullable;

/**
 * The page's end of the workers that sample landscapes: coarsely at once, then ever more finely, until a reader would see no
 * difference.
 *
 * <p>Work is handed out in pieces of a few milliseconds, so that what is asked meanwhile is begun at once; nothing of the old is
 * waited for. There are as many workers as the processor has cores, started when there is work for them.
 */
public final class Landscapes {
    /** No more workers than this, however many cores there are. */
    private static final int MOST_WORKERS = 4;

    /** How long a piece of work should take, in milliseconds. */
    private static final double PIECE = 8;

    /** Pieces that a worker has at a time: one under way, and one so that it need not wait. */
    private static final int MOST_PIECES = 2;

    /** Another worker is started for a level that takes so many milliseconds: starting it takes about as long. */
    private static final double WORTH_A_WORKER = 150;

    /** A level that would take longer than this, in milliseconds, is not begun: the picture is good enough. */
    private static final double MOST_TIME = 8000;

    /** A map of so many pixels a side is what a grid must be fine enough for. */
    private static final double PIXELS = 640;

    /** Coarser than this a grid might miss what it should show. */
    private static final int LEAST_SIDE = 65;

    private final String script;
    private final int most;
    private final Consumer<Landscape> onSampled;
    private final Consumer<String> onFailed;
    private final List<Hand> hands = new ArrayList<>();
    private @Nullable Job job;
    private @Nullable Slice slice;
    private @Nullable Level level;
    private @Nullable Grid coarser;
    private int lastId;
    /** Whether another part of the slice is looked at than the worker that finds it was told. */
    private boolean isLookingElsewhere;
    /** Whether the slice was found in a sketch of the problem, and the problem's own will come. */
    private boolean isSketch;
    /** Of the rows that are awaited: what belongs to an older question has another. */
    private int samplingId;
    /** Whether the first picture is being painted, which needs the processor as much as we do. */
    private boolean isPainting;
    /** Whether a picture moves meanwhile: then one core is left to it. */
    private boolean isMoving;
    /** How long a point takes one worker, in milliseconds; not a number while it is not known. */
    private double pointTime = Double.NaN;

    /**
     * What is asked for.
     *
     * @param id of this and of all that is asked about it
     * @param isGlance whether another landscape will be asked for as soon as the walks are known
     */
    private record Job(int id, Experiment experiment, boolean isGlance) {}

    /**
     * Starts the first worker.
     *
     * @param script its address
     * @param cores how many the processor has
     * @param onSampled receives each landscape, and finer ones of the same as they come
     * @param onFailed receives the reason why there is none
     */
    public Landscapes(String script, int cores, Consumer<Landscape> onSampled, Consumer<String> onFailed) {
        this.script = script;
        this.most = Math.max(1, Math.min(cores, MOST_WORKERS));
        this.onSampled = onSampled;
        this.onFailed = onFailed;
        hands.add(new Hand());
        hands.get(0).port.running();
    }

    /**
     * Asks for the landscape of an experiment, instead of the one that was asked for before.
     *
     * @param anchors null while the walks are not known that the cut goes through: there is a first look then, along their
     *     beginnings, and nothing finer
     */
    public void survey(Experiment experiment, @Nullable Anchors anchors) {
        if (job == null || !job.experiment().problem().equals(experiment.problem())) {
            pointTime = Double.NaN;
        }
        // Then the page need not answer, which may be busy with a frame, before there is a picture.
        boolean isQuick = Double.isNaN(pointTime) || Level.MOST_AT_FIRST * pointTime <= PIECE;
        // Where a plane goes along with a walker, a sketch now and then would only flicker.
        boolean isSketched = anchors == null || job == null || !experiment.hasPlaneOf(job.experiment());
        Job asked = new Job(++lastId, experiment, anchors == null);
        job = asked;
        isLookingElsewhere = false;
        isSketch = false;
        slice = null;
        level = null;
        hands.get(0).find(asked, anchors, isQuick, isSketched);
    }

    /** Asks for another part of the slice that was found last or is being found. */
    public void look(Experiment experiment) {
        if (job == null) {
            return;
        }
        job = new Job(job.id(), experiment, job.isGlance());
        isLookingElsewhere = true;
        level = null;
        if (slice != null && !isSketch) {
            begin(Picture.window(experiment.view().cut(), slice), ++lastId);
            handOut();
        }
    }

    /** Tells whether time runs on the page, whose frames then go before. */
    public void moves(boolean does) {
        isMoving = does;
    }

    private void surveyed(Surveyed answer) {
        if (job != null && answer.id() == job.id()) {
            slice = answer.slice();
            isSketch = answer.isSketch();
            hands.get(0).taken = job.id();
            if (isSketch && isLookingElsewhere) {
                return;
            }
            boolean isSampled = answer.isFollowed() && !isLookingElsewhere;
            Level first = begin(Picture.window(job.experiment().view().cut(), slice), isSampled ? job.id() : ++lastId);
            if (isSampled) {
                first.whole(job.id());
            }
            handOut();
        }
    }

    /** Begins to sample what is looked at now. */
    private Level begin(Window window, int id) {
        samplingId = id;
        coarser = null;
        isPainting = false;
        Level first = Level.first(window, slice != null && slice.isLine());
        level = first;
        return first;
    }

    private void handOut() {
        Level present = level;
        if (present == null || job == null || slice == null || isPainting) {
            return;
        }
        if (hands.size() < most && present.points() * pointTime > WORTH_A_WORKER) {
            Hand another = new Hand();
            another.port.running();
            hands.add(another);
        }
        // The first picture of a kind that was never timed comes from one worker in one piece.
        double points = Double.isNaN(pointTime) ? present.points() : PIECE / pointTime;
        int busy = isMoving ? Math.max(1, hands.size() - 1) : hands.size();
        for (Hand hand : hands.subList(0, busy)) {
            while (hand.isReady() && hand.pieces < MOST_PIECES && present.hasMore()) {
                hand.give(present.next(samplingId, points), job, slice);
            }
        }
    }

    private void sampled(Rows answer) {
        double time = answer.milliseconds() / answer.points();
        if (!Double.isNaN(time)) {
            // The engine of the browser becomes faster while it runs; the last pieces count most.
            pointTime = Double.isNaN(pointTime) ? time : pointTime * 0.7 + time * 0.3;
        }
        Level present = level;
        if (present != null && answer.id() == samplingId) {
            present.receive(answer);
            if (present.isComplete()) {
                completed(present);
            }
        }
        // An answer to an older question, too, leaves its worker free for this one.
        handOut();
    }

    private void completed(Level done) {
        Grid grid = done.grid();
        Level finer = done.finer();
        double workers = Math.max(1, hands.size());
        boolean enough = finer == null || finer.points() * pointTime / workers > MOST_TIME || isFine(grid);
        boolean isFirstLook = isSketch || (job != null && job.isGlance());
        level = enough || isFirstLook ? null : finer;
        if (coarser == null) {
            awaitPainted();
        }
        coarser = grid;
        if (job != null && slice != null) {
            onSampled.accept(
                    new Landscape(job.experiment(), slice, grid, enough && !isFirstLook ? 1 : done.progress()));
        }
    }

    /** Goes on once the page has had a frame to paint what it gets now. */
    private void awaitPainted() {
        int id = samplingId;
        isPainting = true;
        Frames.afterNext(() -> painted(id));
    }

    private void painted(int id) {
        if (id == samplingId) {
            isPainting = false;
            handOut();
        }
    }

    /** Whether a finer grid would look the same. */
    private boolean isFine(Grid grid) {
        Grid before = coarser;
        if (before == null || job == null || grid.columns() < LEAST_SIDE || grid.rows() == 1) {
            return false;
        }
        LossScale scale = Picture.scale(job.experiment().view().look(), grid);
        return !Refinement.between(before, grid, scale, PIXELS, PIXELS).isNextLevelVisible();
    }

    private void failed(Message message) {
        boolean isPresent = job != null && message.getId() == job.id();
        if (isPresent || message.getId() == samplingId) {
            job = null;
            level = null;
            onFailed.accept(message.getText());
        }
    }

    private void stopped(Hand hand, String reason) {
        hand.pieces = 0;
        hand.forget();
        job = null;
        level = null;
        onFailed.accept(reason);
    }

    /** A worker and what it has to do. */
    private final class Hand {
        final Port port = new Port(script, this::receive, reason -> stopped(this, reason));
        int pieces;
        /** The job that it took last. */
        int taken;

        private final Subject subject = new Subject();

        /** Another worker gets nothing before it has started: the others would have to wait for what it has. */
        boolean isReady() {
            return this == hands.get(0) || !port.build().isEmpty();
        }

        void find(Job of, @Nullable Anchors anchors, boolean isQuick, boolean isSketched) {
            if (anchors == null) {
                // Then the worker is to know more of the experiment than its problem.
                subject.forget();
            }
            String cut = ExperimentCodec.writeCut(of.experiment().view().cut());
            taken = of.id();
            post(new Find(of.id(), subject.text(of.experiment()), cut, anchors, isQuick, isSketched).message());
        }

        void give(Rows rows, Job of, Slice found) {
            if (taken != of.id()) {
                taken = of.id();
                post(new Take(of.id(), subject.text(of.experiment()), found).message());
            }
            post(rows.message());
        }

        private void post(Message message) {
            pieces++;
            port.post(message);
        }

        /** What it was told has got lost. */
        void forget() {
            taken = 0;
            subject.forget();
        }

        private void receive(Message message) {
            pieces--;
            switch (message.getKind()) {
                case Surveyed.KIND -> {
                    Surveyed answer = Surveyed.of(message);
                    pieces += answer.following();
                    surveyed(answer);
                }
                case Rows.KIND -> sampled(Rows.of(message));
                case Take.TAKEN -> {}
                default -> {
                    forget();
                    failed(message);
                }
            }
        }
    }
}
