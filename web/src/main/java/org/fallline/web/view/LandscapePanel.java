package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fallline.experiment.Camera;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Layer;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.View;
import org.fallline.math.Decimal;
import org.fallline.scene.Color;
import org.fallline.scene.Facts;
import org.fallline.scene.LandscapeChart;
import org.fallline.scene.Picture;
import org.fallline.scene.Scene;
import org.fallline.scene.Shadow;
import org.fallline.survey.Findings;
import org.fallline.survey.Slice;
import org.fallline.survey.Standing;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Extent;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.fallline.web.worker.Landscape;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The landscape: the ground on one canvas, where the walks lead on another, and what moves on a third. */
final class LandscapePanel implements Panel {
    private static final double SMALLEST_WIDTH = 240;
    private static final double SMALLEST_HEIGHT = 280;

    private static final double[] NO_FIELD = {};

    /** Milliseconds after a change until it is told in words: nobody can listen to every picture of a drag. */
    private static final int DESCRIPTIONS_APART = 150;

    private final Model model;
    private final Extent extent;
    private final HTMLCanvasElement overlay = (HTMLCanvasElement) Html.byId("overlay");
    private final CanvasPainter groundPainter = new CanvasPainter((HTMLCanvasElement) Html.byId("ground"));
    private final CanvasPainter aheadPainter = new CanvasPainter((HTMLCanvasElement) Html.byId("ahead"));
    private final CanvasPainter overlayPainter = new CanvasPainter(overlay);
    private final HTMLElement held = Html.byId("held");
    private final HTMLElement told = Html.byId("facts");
    private final HTMLElement refining = Html.byId("refining");
    private final Runnable frames;
    private final ReliefMaker reliefs = new ReliefMaker(this::picture);
    private @Nullable Ground ground;
    private @Nullable Leads leads;
    private @Nullable LandscapeChart chart;
    private @Nullable Painted painted;
    /** What is shown, to be described. */
    private @Nullable Scene described;

    private boolean isDescribing;
    /** Whether anything has been said yet. */
    private boolean isTold;

    private List<Shadow> shadows = List.of();

    /** All that the ground depends on. Compared by identity where it is large: what has changed is another object. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Ground(
            ReliefMaker.Made made,
            double width,
            double height,
            double ratio,
            Camera camera,
            List<String> legend,
            double[] field) {}

    /** All that the ways ahead depend on. */
    private record Leads(Ground ground, List<Shadow> walks, List<OptimizerSpec> optimizers) {}

    /** All that the canvases depend on. */
    private record Painted(
            ReliefMaker.Made made,
            double width,
            double height,
            double ratio,
            Experiment experiment,
            List<Trajectory> walks,
            @Nullable Findings findings,
            @Nullable Standing standing) {}

    /** {@code frames} asks for another frame, {@code pointed} for what is read off at some parameters. */
    LandscapePanel(Model model, Runnable frames, Consumer<double[]> pointed) {
        this.model = model;
        this.frames = frames;
        this.extent = new Extent(Html.byId("landscape"), frames);
        new LandscapeGestures(model, overlay, () -> chart);
        new Readout(model, overlay, () -> chart, pointed);
    }

    @Override
    public void show() {
        Landscape landscape = model.landscape();
        if (landscape == null) {
            if (!model.lack().isEmpty()) {
                paintNothing(model.lack());
            }
            return;
        }
        Slice slice = landscape.slice();
        View view = model.experiment().view();
        ReliefMaker.Sight sight = new ReliefMaker.Sight(
                model.problemNumber(),
                slice,
                landscape.grid(),
                landscape.isFinal(),
                Picture.window(view.cut(), slice),
                view.look(),
                Appearance.theme(),
                Math.max(SMALLEST_WIDTH, extent.width()),
                Math.max(SMALLEST_HEIGHT, extent.height()));
        if (reliefs.advance(sight, model.state().playing())) {
            frames.run();
        }
        ReliefMaker.Made made = reliefs.made();
        // What belongs to another problem stays as it was painted until there is something of this one.
        if (made != null && made.sight().problem() == sight.problem()) {
            paint(made, sight);
        }
        Html.setVisible(refining, !landscape.isFinal());
        Html.setProgress(refining, landscape.progress());
        Html.setText(told, Decimal.typeset(facts(slice)));
        Html.setText(
                held,
                Decimal.typeset(
                        picture(slice).note(shadows(slice), model.state().step())));
    }

    /** Whether there is something to see, or a reason why there is nothing. */
    @Override
    public boolean isPainted() {
        return (painted != null && painted.made().sight().isFinal())
                || !model.lack().isEmpty();
    }

    /** The landscape as it is shown, ground and overlay in one; null while there is none of the present experiment. */
    @Nullable Scene scene() {
        LandscapeChart shown = chart;
        boolean isPresent = painted != null && painted.experiment().equals(model.experiment());
        return shown == null || !isPresent ? null : shown.scene();
    }

    /** Takes away the picture of what was shown before there was nothing to show. */
    private void paintNothing(String reason) {
        Scene empty = new Scene(
                Math.max(SMALLEST_WIDTH, extent.width()),
                Math.max(SMALLEST_HEIGHT, extent.height()),
                Appearance.theme().background(),
                List.of(),
                Words.say("landscape.none", reason));
        chart = null;
        ground = null;
        leads = null;
        painted = null;
        described = null;
        Scene clear = new Scene(empty.width(), empty.height(), Color.TRANSPARENT, List.of(), empty.description());
        groundPainter.paint(empty);
        aheadPainter.paint(clear);
        overlayPainter.paint(clear);
        overlay.setAttribute("aria-label", empty.description());
        Html.setVisible(refining, false);
        Html.setText(told, "");
        Html.setText(held, "");
    }

    private void paint(ReliefMaker.Made made, ReliefMaker.Sight sight) {
        Camera camera = sight.look().camera();
        Painted now = new Painted(
                made,
                sight.width(),
                sight.height(),
                Browser.pixelRatio(),
                model.experiment(),
                model.trajectories(),
                model.findings(),
                model.standing());
        if (now.equals(painted)) {
            return;
        }
        painted = now;
        int step = model.state().step();
        Slice slice = made.sight().slice();
        List<Shadow> walks = shadows(slice);
        Facts facts = picture(slice).facts(model.findings(), walks, step, model.standing());
        LandscapeChart drawn =
                picture(slice).chart(made.relief(), walks, step, facts, camera, sight.width(), sight.height());
        chart = drawn;
        double[] field = facts.field() == null ? NO_FIELD : facts.field().du();
        Ground below = new Ground(made, sight.width(), sight.height(), now.ratio(), camera, drawn.legend(), field);
        if (!below.equals(ground)) {
            groundPainter.paint(drawn.ground());
            ground = below;
            if (described == null) {
                // The first picture is the dearest: nothing of it has been compiled yet. Its second half has the next
                // frame.
                painted = null;
                frames.run();
                return;
            }
        }
        Leads ahead = new Leads(below, walks, model.experiment().optimizers());
        if (!ahead.equals(leads)) {
            aheadPainter.paint(drawn.ahead());
            leads = ahead;
        }
        Scene scene = drawn.overlay();
        overlayPainter.paint(scene);
        boolean isFirst = described == null;
        described = scene;
        if (!isDescribing) {
            isDescribing = true;
            Window.setTimeout(this::describe, isFirst ? 0 : DESCRIPTIONS_APART);
        }
    }

    /** Says in words what is shown: at once what is seen first, and of a walk under way once time stands. */
    private void describe() {
        if (model.state().playing() && isTold) {
            Window.setTimeout(this::describe, DESCRIPTIONS_APART);
            return;
        }
        isDescribing = false;
        String description = described == null ? "" : described.description();
        if (!description.isEmpty() && !description.equals(overlay.getAttribute("aria-label"))) {
            overlay.setAttribute("aria-label", description);
            isTold = true;
        }
    }

    /** What is known, in words, of the layers that are shown. */
    private String facts(Slice slice) {
        List<Layer> layers = model.experiment().view().look().layers();
        Findings findings = model.findings();
        Standing standing = model.standing();
        StringBuilder out = new StringBuilder();
        if (findings != null && findings.slice() == slice && layers.contains(Layer.CRITICAL)) {
            out.append(findings.text()).append(' ');
        }
        if (standing != null && layers.contains(Layer.NEWTON)) {
            out.append(standing.text()).append(' ').append(standing.newtonText());
        }
        return out.toString().trim();
    }

    /** The walks as the slice shows them. */
    private List<Shadow> shadows(Slice slice) {
        List<Trajectory> walks = model.trajectories();
        boolean same = shadows.size() == walks.size();
        for (int i = 0; same && i < walks.size(); i++) {
            same = shadows.get(i).trajectory() == walks.get(i) && shadows.get(i).slice() == slice;
        }
        if (!same) {
            List<Shadow> made = new ArrayList<>();
            walks.forEach(walk -> made.add(new Shadow(walk, slice)));
            shadows = made;
        }
        return shadows;
    }

    private Picture picture(Slice slice) {
        return new Picture(model.experiment(), model.problem(), slice);
    }
}
