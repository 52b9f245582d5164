package org.fallline.web.view;

import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.scene.LandscapeFigure;
import org.fallline.scene.Overview;
import org.fallline.scene.Scene;
import org.fallline.scene.Shadow;
import org.fallline.scene.SlopeFigure;
import org.fallline.scene.Terrain;
import org.fallline.scene.Theme;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Slice;
import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.model.Model;
import org.fallline.web.model.NightWalk;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Extent;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Pointer;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A game: downhill by the slope under one's feet; then the blindfold comes off, and the landscape is there with the walk on it. */
final class BlindfoldTile implements Tile {
    private static final double HEIGHT = 300;
    private static final double OPEN_HEIGHT = 420;
    private static final int TURN = 360;
    /** Positions of the slider of lengths, and the lengths at its ends. */
    private static final int POSITIONS = 100;

    private static final double SHORTEST = 0.01;
    private static final double LONGEST = 5;

    /** What the eight directions look like, from the right, counterclockwise, as degrees count. */
    private static final String ARROWS = "→↗↑↖←↙↓↘";

    private final Model model;
    private final Runnable changed;
    private final TileFrame tile = TileFrame.of("blindfold", Words.say("blindfold.title"), Zone.MAIN, false);
    private final HTMLElement frame = Html.element("div", "tile-figure");
    private final HTMLCanvasElement canvas = (HTMLCanvasElement) Html.element("canvas", "pointed");
    private final CanvasPainter painter = new CanvasPainter(canvas);
    private final Extent extent;
    private final HTMLElement turn = slider(Words.say("blindfold.turn"), 0, TURN - 1, 0);
    private final HTMLElement stride = slider(Words.say("blindfold.stride"), 0, POSITIONS, 60);
    private final HTMLElement turned = Html.text("output", "", "");
    private final HTMLElement strode = Html.text("output", "", "");
    private final HTMLElement told = Html.text("output", "night-told", "");
    private final HTMLElement off = Html.button("", Words.say("blindfold.off"), this::toggle);
    private @Nullable NightWalk walk;
    private int problem = -1;
    private boolean isOff;
    private @Nullable Shown shown;
    private @Nullable SlopeFigure dial;

    /** What the picture depends on. */
    private record Shown(
            int problem, int steps, boolean isOff, double heading, double width, double ratio, Theme theme) {}

    BlindfoldTile(Model model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", title());
        frame.appendChild(canvas);
        extent = new Extent(frame, changed);
        Html.on(canvas, "pointerdown", event -> face((Pointer) event));
        Html.on(turn, "input", event -> changed.run());
        Html.on(stride, "input", event -> changed.run());
        told.setAttribute("aria-live", "polite");
        HTMLElement controls = Html.element(
                "div",
                "night",
                Html.element("label", "", Html.text("span", "", Words.say("blindfold.direction")), turn, turned),
                Html.element("label", "", Html.text("span", "", Words.say("blindfold.length")), stride, strode),
                Html.element(
                        "div",
                        "row",
                        Html.button("primary", Words.say("blindfold.walk"), this::walk),
                        Html.button("", Words.say("blindfold.downhill"), this::faceDownhill),
                        off,
                        Html.button("quiet", Words.say("blindfold.again"), this::begin)));
        List.of(frame, told, controls).forEach(tile.element()::appendChild);
    }

    private static HTMLElement slider(String name, int least, int most, int value) {
        HTMLElement slider = Html.element("input", "");
        slider.setAttribute("type", "range");
        slider.setAttribute("aria-label", name);
        slider.setAttribute("min", String.valueOf(least));
        slider.setAttribute("max", String.valueOf(most));
        slider.setAttribute("value", String.valueOf(value));
        return slider;
    }

    @Override
    public TileFrame frame() {
        return tile;
    }

    @Override
    public boolean fits() {
        return model.experiment().start().size() == 2;
    }

    private double heading() {
        return Decimal.parse(Html.value(turn)) * Math.PI / (TURN / 2);
    }

    private double length() {
        return SHORTEST * Real.pow(LONGEST / SHORTEST, Decimal.parse(Html.value(stride)) / POSITIONS);
    }

    /** The one of the eight directions that is nearest to where one faces. */
    private char arrow() {
        double eighths = Decimal.parse(Html.value(turn)) * ARROWS.length() / TURN;
        return ARROWS.charAt(Math.floorMod((int) Real.round(eighths), ARROWS.length()));
    }

    private void face(Pointer event) {
        SlopeFigure seen = dial;
        if (seen != null && !isOff) {
            turnTo(seen.headingTo(event.getOffsetX(), event.getOffsetY()));
        }
    }

    private void faceDownhill() {
        if (dial != null) {
            turnTo(dial.downhill());
        }
    }

    private void turnTo(double heading) {
        int degrees = (int) Real.round(heading * (TURN / 2) / Math.PI);
        Html.setValue(turn, String.valueOf(Math.floorMod(degrees, TURN)));
        changed.run();
    }

    /** The start of the experiment goes along, so that links, scripts and the optimizers know where the walker is. */
    private void walk() {
        NightWalk walked = walk;
        if (walked != null) {
            walked.walk(heading(), length());
            double[] place = walked.place();
            model.dispatch(ProblemIntents.startAt(List.of(place[0], place[1])));
        }
    }

    private void toggle() {
        isOff = !isOff;
        Html.setText(off, Words.say(isOff ? "blindfold.on" : "blindfold.off"));
        changed.run();
    }

    private void begin() {
        NightWalk walked = walk;
        if (walked != null) {
            double[] start = walked.trajectory().params(0);
            walk = new NightWalk(model.problem().valueAndGradient(), start);
            shown = null;
            model.dispatch(ProblemIntents.startAt(List.of(start[0], start[1])));
        }
    }

    @Override
    public void show() {
        if (!fits()) {
            return;
        }
        NightWalk walked = present();
        double width = Math.max(240, extent.width());
        Shown now =
                new Shown(problem, walked.steps(), isOff, heading(), width, Browser.pixelRatio(), Appearance.theme());
        Html.setText(
                told,
                Words.say("blindfold.told", Numbers.brief(walked.loss()), walked.steps(), Numbers.brief(length())));
        Html.setText(strode, Numbers.brief(length()));
        Html.setText(turned, Html.value(turn) + "° " + arrow());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        double height = isOff ? OPEN_HEIGHT : HEIGHT;
        Browser.setProperty(frame, "height", height + "px");
        SlopeFigure felt =
                new SlopeFigure(now.theme(), width, height, walked.gradient()[0], walked.gradient()[1], heading());
        dial = felt;
        Scene scene = isOff ? landscape(walked, width, height, now.theme()) : felt.scene();
        painter.paint(scene);
        Html.setAttribute(canvas, "aria-label", scene.description());
    }

    /** The walk in the present problem, begun anew where somebody else has moved the start. */
    private NightWalk present() {
        List<Double> start = model.experiment().start();
        NightWalk walked = walk;
        if (walked == null
                || problem != model.problemNumber()
                || walked.place()[0] != start.get(0)
                || walked.place()[1] != start.get(1)) {
            problem = model.problemNumber();
            walked = new NightWalk(model.problem().valueAndGradient(), new double[] {start.get(0), start.get(1)});
            walk = walked;
        }
        return walked;
    }

    /** What there was to be seen all the time. */
    private Scene landscape(NightWalk walked, double width, double height, Theme theme) {
        Overview overview = Overview.of(
                model.experiment(), new Derivatives(model.problem()), List.of(walked.trajectory()), () -> {});
        Slice slice = overview.slice();
        LandscapeFigure.Path path =
                new Shadow(walked.trajectory(), slice).path(Words.say("blindfold.you"), 0, walked.steps());
        return new LandscapeFigure(
                        overview.terrain(theme, Math.min((int) width, (int) height), Terrain.USUAL_DETAIL),
                        width,
                        height,
                        slice.legend().uName(),
                        slice.legend().vName(),
                        List.of(path),
                        null,
                        overview.picture().minima())
                .scene();
    }
}
