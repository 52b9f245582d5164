package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Look;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.View;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.fallline.math.Decimal;
import org.fallline.scene.Facts;
import org.fallline.scene.LandscapeChart;
import org.fallline.scene.Picture;
import org.fallline.scene.Relief;
import org.fallline.scene.ReliefWork;
import org.fallline.scene.Scene;
import org.fallline.scene.Shadow;
import org.fallline.scene.Theme;
import org.fallline.survey.Findings;
import org.fallline.survey.Slice;
import org.fallline.survey.Standing;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.fallline.web.worker.Landscape;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The landscape: the ground on one canvas, and what moves over it on another. */
final class LandscapePanel implements Panel {
    private static final double SMALLEST_WIDTH = 240;
    private static final double SMALLEST_HEIGHT = 280;

    /** Milliseconds of a frame that making a relief may take. */
    private static final double PIECE = 7;

    /** Pixels a side of a relief: at first, while samples become more, and when they are all there. */
    private static final int FIRST_DETAIL = 96;

    private static final int USUAL_DETAIL = 192;
    private static final int FINAL_DETAIL = 512;

    private static final double[] NO_FIELD = {};

    /** Samples a side that a scale is fitted to for good. */
    private static final int ENOUGH_TO_FIT = 33;

    private final Model model;
    private final HTMLElement frame = Html.byId("landscape");
    private final HTMLCanvasElement overlay = (HTMLCanvasElement) Html.byId("overlay");
    private final CanvasPainter groundPainter = new CanvasPainter((HTMLCanvasElement) Html.byId("ground"));
    private final CanvasPainter overlayPainter = new CanvasPainter(overlay);
    private final HTMLElement held = Html.byId("held");
    private final HTMLElement told = Html.byId("facts");
    private final HTMLElement refining = Html.byId("refining");
    private final Runnable frames;
    private double[] field = NO_FIELD;
    private @Nullable Making making;
    private @Nullable Ground ground;
    private @Nullable LandscapeChart chart;
    private @Nullable Fitted fitted;
    private @Nullable Painted painted;
    private List<Shadow> shadows = List.of();

    /** What the ground depends on; it is painted anew when one of these changes. */
    private record Key(
            int problem,
            Slice slice,
            Grid grid,
            Window window,
            Look look,
            Theme theme,
            double width,
            double height,
            double ratio) {
        /** The same losses in the same colours at the same size. */
        boolean sameRelief(Key other) {
            return grid == other.grid && sameSight(other);
        }

        /** The same but for how finely it is sampled: what is begun is finished first. */
        boolean sameSight(Key other) {
            return window.equals(other.window) && sameManner(other);
        }

        /** The same slice in the same colours at the same size, if another part of it. */
        boolean sameManner(Key other) {
            return slice == other.slice
                    && look.scale() == other.look.scale()
                    && look.colors() == other.look.colors()
                    && look.shaded() == other.look.shaded()
                    && look.projection() == other.look.projection()
                    && theme.equals(other.theme)
                    && width == other.width
                    && height == other.height;
        }

        /** As large, and seen from the same place. */
        boolean sameGround(Key other) {
            return width == other.width
                    && height == other.height
                    && ratio == other.ratio
                    && look.camera().equals(other.look.camera());
        }

        /** This key with the relief of another one. */
        Key withRelief(Key other) {
            return new Key(
                    other.problem, other.slice, other.grid, other.window, look, other.theme, width, height, ratio);
        }
    }

    /** A relief being made, with so many pixels a side, and whether it has been taken to be shown. */
    private record Making(Key key, ReliefWork work, int detail, boolean taken) {}

    private record Ground(Key key, Relief relief, boolean painted, List<String> legend) {}

    /** A scale, and the grid that it was fitted to. */
    private record Fitted(Slice slice, Grid grid, Look.Scale kind, LossScale scale) {}

    /** What was painted last: the ground, and what moves over it. */
    private record Painted(
            Ground ground,
            Experiment experiment,
            List<Trajectory> walks,
            @Nullable Findings findings,
            @Nullable Standing standing) {}

    /** {@code frames} asks for another frame, {@code pointed} for what is read off at some parameters. */
    LandscapePanel(Model model, Runnable frames, Consumer<double[]> pointed) {
        this.model = model;
        this.frames = frames;
        Browser.onResize(frame, frames::run);
        new LandscapeGestures(model, overlay, () -> chart);
        new Readout(model, overlay, () -> chart, pointed);
    }

    @Override
    public void show() {
        Landscape landscape = model.landscape();
        if (landscape == null) {
            return;
        }
        Slice slice = landscape.slice();
        View view = model.experiment().view();
        Key key = new Key(
                model.problemNumber(),
                slice,
                landscape.grid(),
                Picture.window(view.cut(), slice),
                view.look(),
                Appearance.theme(),
                Math.max(SMALLEST_WIDTH, frame.getClientWidth()),
                Math.max(SMALLEST_HEIGHT, frame.getClientHeight()),
                Browser.pixelRatio());
        int detail = detail(landscape, key);
        // A part that is passed while the map is dragged is finished first, or nothing would be while it is dragged.
        boolean isOther = making == null
                || (making.taken()
                        ? !making.key().sameSight(key)
                        : !making.key().sameManner(key));
        boolean isFiner =
                making != null && making.taken() && (!making.key().sameRelief(key) || making.detail() < detail);
        if (isOther || isFiner) {
            making = new Making(key, work(key, detail), detail, false);
        }
        make(key);
        Ground shown = ground;
        // What belongs to another problem stays as it was painted until there is something of this one.
        if (shown != null && shown.key().problem() == key.problem()) {
            paint(shown, key);
        }
        Html.setVisible(refining, !landscape.isFinal());
        Html.setProgress(refining, landscape.progress());
        Html.setText(told, Decimal.typeset(facts(key)));
        Html.setText(
                held,
                Decimal.typeset(
                        picture(slice).note(shadows(slice), model.state().step())));
    }

    /** How fine the next relief is: what is new is soon on the screen, and what is there becomes finer step by step. */
    private int detail(Landscape landscape, Key key) {
        boolean isNew = ground == null || !ground.key().sameSight(key);
        if (isNew) {
            return FIRST_DETAIL;
        }
        boolean wasUsual = making != null
                && making.detail() >= USUAL_DETAIL
                && making.key().sameRelief(key);
        return landscape.isFinal() && wasUsual ? FINAL_DETAIL : USUAL_DETAIL;
    }

    private ReliefWork work(Key key, int detail) {
        double size = Math.min(key.width(), key.height());
        return picture(key.slice()).reliefWork(key.grid(), key.window(), scale(key), key.theme(), size, detail);
    }

    /** Goes on with the relief for as long as a frame allows; the rest is left for the next one. */
    private void make(Key key) {
        Making present = Objects.requireNonNull(making);
        ReliefWork work = present.work();
        double end = Browser.now() + PIECE;
        while (!work.isDone() && Browser.now() < end) {
            work.advance();
        }
        if (work.isDone() && !present.taken()) {
            ground = new Ground(present.key(), work.relief(), false, List.of());
            making = new Making(present.key(), work, present.detail(), true);
            frames.run();
        } else if (!work.isDone() || !present.key().sameRelief(key)) {
            frames.run();
        }
    }

    private void paint(Ground shown, Key key) {
        Painted now = new Painted(shown, model.experiment(), model.trajectories(), model.findings(), model.standing());
        if (now.equals(painted) && shown.painted() && shown.key().sameGround(key)) {
            return;
        }
        int step = model.state().step();
        Picture pictured = picture(shown.key().slice());
        List<Shadow> walks = shadows(pictured.slice());
        Facts facts = pictured.facts(model.findings(), walks, step, model.standing());
        LandscapeChart drawn =
                pictured.chart(shown.relief(), walks, step, facts, key.look().camera(), key.width(), key.height());
        chart = drawn;
        List<String> legend = drawn.legend();
        if (!shown.painted() || !shown.key().sameGround(key) || !legend.equals(shown.legend()) || fieldChanged(facts)) {
            groundPainter.paint(drawn.ground());
            now = new Painted(
                    new Ground(key.withRelief(shown.key()), shown.relief(), true, legend),
                    now.experiment(),
                    now.walks(),
                    now.findings(),
                    now.standing());
            ground = now.ground();
        }
        painted = now;
        Scene scene = drawn.overlay();
        overlayPainter.paint(scene);
        if (!model.state().playing() && !scene.description().equals(overlay.getAttribute("aria-label"))) {
            overlay.setAttribute("aria-label", scene.description());
        }
    }

    /** What is known, in words, of the layers that are shown. */
    private String facts(Key key) {
        List<Layer> layers = key.look().layers();
        Findings findings = model.findings();
        Standing standing = model.standing();
        StringBuilder out = new StringBuilder();
        if (findings != null && findings.slice() == key.slice() && layers.contains(Layer.CRITICAL)) {
            out.append(findings.text()).append(' ');
        }
        if (standing != null && layers.contains(Layer.NEWTON)) {
            out.append(standing.text()).append(' ').append(standing.newtonText());
        }
        return out.toString().trim();
    }

    /** Whether the field, which is part of the ground, is another one than was painted last. */
    private boolean fieldChanged(Facts facts) {
        double[] shown = facts.field() == null ? NO_FIELD : facts.field().du();
        boolean changed = shown != field;
        field = shown;
        return changed;
    }

    /** The scale of a grid: fitted to the second level of refinement, and kept from there on, so that colours do not jump. */
    private LossScale scale(Key key) {
        Grid grid = key.grid();
        Fitted before = fitted;
        if (before != null
                && before.slice() == key.slice()
                && before.kind() == key.look().scale()
                && before.grid().window().equals(grid.window())
                && before.grid().columns() >= ENOUGH_TO_FIT
                && before.grid().columns() <= grid.columns()) {
            return before.scale();
        }
        LossScale scale = Picture.scale(key.look(), grid);
        fitted = new Fitted(key.slice(), grid, key.look().scale(), scale);
        return scale;
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
