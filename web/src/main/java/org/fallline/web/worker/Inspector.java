package org.fallline.web.worker;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.landscape.Window;
import org.fallline.survey.Findings;
import org.fallline.survey.Reading;
import org.fallline.survey.Slice;
import org.fallline.survey.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The page's end of the workers that know more of a landscape than its heights. There are three kinds of questions, and of each
 * the newest is answered.
 *
 * <p>One worker answers what is read off under the pointer, another one what takes longer: of a large network the curvature at a
 * point takes a second, and no pointer waits so long. Both start when they are first asked.
 */
public final class Inspector {
    private final String script;
    private final BiConsumer<Experiment, Findings> onFound;
    private final Consumer<String> onFailed;
    private final Desk quick = new Desk();
    private final Desk thorough = new Desk();
    private final Questions<Point> points;
    private final Questions<Point> standings;
    private int lastId;
    /** Of the question of each kind that is under way: what belongs to an older one has another. */
    private int pointId;

    private int standingId;
    private int findingsId;
    /** What the findings are asked of, or null while none are awaited. */
    private @Nullable Part part;

    /** A point of an experiment's parameter space. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Point(Experiment experiment, double[] params) {}

    /** A part of a slice of it. */
    private record Part(Experiment experiment, Slice slice, Window window) {}

    /**
     * No worker has started yet.
     *
     * @param script the workers' address
     * @param onFound receives what is true of a part of a slice; its slice is the very one that was asked about
     * @param onStood receives how things stand at a point
     * @param onNoted receives loss and gradient at a point
     * @param onFailed receives the reason why an answer is missing
     */
    public Inspector(
            String script,
            BiConsumer<Experiment, Findings> onFound,
            BiConsumer<Experiment, Standing> onStood,
            BiConsumer<Experiment, Reading> onNoted,
            Consumer<String> onFailed) {
        this.script = script;
        this.onFound = onFound;
        this.onFailed = onFailed;
        this.points = new Questions<>(
                message -> quick.post(message),
                question -> {
                    pointId = ++lastId;
                    return quick.spot(Spot.POINT, pointId, question);
                },
                (question, message) ->
                        onNoted.accept(question.experiment(), Noted.of(message).reading()),
                onFailed);
        this.standings = new Questions<>(
                message -> thorough.post(message),
                question -> {
                    standingId = ++lastId;
                    return thorough.spot(Spot.STANDING, standingId, question);
                },
                (question, message) ->
                        onStood.accept(question.experiment(), Stood.of(message).standing()),
                onFailed);
    }

    /** Asks for the loss and its gradient at some parameters, which are not modified. */
    public void point(Experiment experiment, double[] params) {
        points.ask(new Point(experiment, params));
    }

    /** Asks how things stand at some parameters, which are not modified. */
    public void standing(Experiment experiment, double[] params) {
        standings.ask(new Point(experiment, params));
    }

    /** Asks what is true of a part of a slice. What was asked before in this way is given up, even if it is under way. */
    public void findings(Experiment experiment, Slice slice, Window window) {
        part = new Part(experiment, slice, window);
        findingsId = ++lastId;
        thorough.post(new Prospect(findingsId, thorough.subject.text(experiment), slice, window).message());
    }

    private void receive(Message message) {
        boolean failed = message.getKind().equals(Port.FAILED);
        if (failed) {
            // Perhaps over the experiment itself: then the worker has not taken it.
            quick.subject.forget();
            thorough.subject.forget();
        }
        Part asked = part;
        if (message.getId() == pointId) {
            points.answered(message);
        } else if (message.getId() == standingId) {
            standings.answered(message);
        } else if (message.getId() == findingsId && asked != null) {
            part = null;
            if (failed) {
                onFailed.accept(message.getText());
            } else {
                onFound.accept(
                        asked.experiment(),
                        Found.of(message, asked.slice(), asked.window()).findings());
            }
        }
    }

    private void stopped(Desk desk, String reason) {
        desk.subject.forget();
        if (desk == quick) {
            points.stopped();
        } else {
            standings.stopped();
            part = null;
        }
        onFailed.accept(reason);
    }

    /** A worker, and what it knows of. */
    private final class Desk {
        final Subject subject = new Subject();
        private @Nullable Port port;

        void post(Message message) {
            Port open = port;
            if (open == null) {
                open = new Port(script, Inspector.this::receive, reason -> stopped(this, reason));
                port = open;
            }
            open.post(message);
        }

        Message spot(String kind, int id, Point question) {
            return new Spot(kind, id, subject.text(question.experiment()), question.params()).message();
        }
    }
}
