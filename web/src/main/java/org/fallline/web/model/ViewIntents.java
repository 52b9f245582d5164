package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fallline.experiment.Camera;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Look;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.View;
import org.fallline.experiment.Waypoint;
import org.fallline.landscape.Window;
import org.fallline.web.words.Phrase;
import org.jspecify.annotations.Nullable;

/** Choosing what is shown, and how. */
public final class ViewIntents {
    private ViewIntents() {}

    /** Shows a plane of another kind, through the walk of the optimizer that is open. */
    public static Intent plane(PlaneChoice choice) {
        return new Intent(Phrase.of("intent.plane", choice.label()), state -> {
            View view = state.experiment().view();
            Cut cut = view.cut().withPlane(choice.plane(state)).withAnchor(state.inspected(), choice.anchor(state));
            return state.with(state.experiment().withView(view.withCut(cut)));
        });
    }

    /** Draws other random directions. */
    public static Intent otherDirections() {
        return cut(
                Phrase.of("view.otherDirections"),
                cut -> cut.plane() instanceof PlaneSpec.Random random
                        ? cut.withPlane(new PlaneSpec.Random(random.seed() + 1))
                        : cut);
    }

    /** Leads the plane or the line through another point. */
    public static Intent point(int index, Waypoint point) {
        return cut(Phrase.of("intent.point"), cut -> {
            List<Waypoint> points = new ArrayList<>(cut.plane().waypoints());
            points.set(index, point);
            return cut.withPlane(
                    points.size() == 2
                            ? new PlaneSpec.Line(points.get(0), points.get(1))
                            : new PlaneSpec.Points(points.get(0), points.get(1), points.get(2)));
        });
    }

    /** Shows a parameter to the right; the two change places if it was the other one's. */
    public static Intent horizontal(int parameter) {
        return axes(
                Phrase.of("intent.horizontal"),
                axes -> new PlaneSpec.Axes(
                        parameter, parameter == axes.vertical() ? axes.horizontal() : axes.vertical()));
    }

    /** Shows a parameter upwards; the two change places if it was the other one's. */
    public static Intent vertical(int parameter) {
        return axes(
                Phrase.of("intent.vertical"),
                axes -> new PlaneSpec.Axes(
                        parameter == axes.horizontal() ? axes.vertical() : axes.horizontal(), parameter));
    }

    private static Intent axes(Phrase label, UnaryOperator<PlaneSpec.Axes> change) {
        return cut(label, cut -> cut.plane() instanceof PlaneSpec.Axes axes ? cut.withPlane(change.apply(axes)) : cut);
    }

    /** Lets the plane go through the walk at the current step, whichever that is; or keeps it where it is. */
    public static Intent follow(boolean follows) {
        return new Intent(Phrase.of(follows ? "view.follow" : "intent.keepPlane"), state -> {
            View view = state.experiment().view();
            Cut changed = view.cut().withAnchor(state.inspected(), view.step()).following(follows);
            return state.with(state.experiment().withView(view.withCut(changed)));
        });
    }

    /** Shows another part of the plane; null for the whole of it. */
    public static Intent window(@Nullable Window window) {
        return cut(Phrase.of(window == null ? "landscape.whole" : "intent.zoom"), cut -> cut.withWindow(window));
    }

    /** Colours losses in another way. */
    public static Intent scale(Look.Scale scale) {
        return look(Phrase.of("intent.scale", Phrase.of("scale." + scale.text())), look -> look.withScale(scale));
    }

    /** Colours losses by another map. */
    public static Intent colors(Look.Colors colors) {
        return look(Phrase.of("intent.colors"), look -> look.withColors(colors));
    }

    /** Lights slopes, or does not. */
    public static Intent shading(boolean shaded) {
        return look(Phrase.of("intent.shading"), look -> look.withShading(shaded));
    }

    /** Shows a map or a surface. */
    public static Intent projection(Look.Projection projection) {
        return look(Phrase.of("intent.projection"), look -> look.withProjection(projection));
    }

    /** Looks from elsewhere at the surface. */
    public static Intent camera(Camera camera) {
        return look(Phrase.of("intent.turn"), look -> look.withCamera(camera));
    }

    /** Draws a fact on the landscape, or does not. */
    public static Intent layer(Layer layer, boolean drawn) {
        return look(
                Phrase.of("intent.layer", Phrase.of("layer." + layer.text())), look -> look.withLayer(layer, drawn));
    }

    private static Intent cut(Phrase label, UnaryOperator<Cut> change) {
        return new Intent(label, state -> {
            View view = state.experiment().view();
            return state.with(state.experiment().withView(view.withCut(change.apply(view.cut()))));
        });
    }

    private static Intent look(Phrase label, UnaryOperator<Look> change) {
        return new Intent(label, state -> {
            View view = state.experiment().view();
            return state.with(state.experiment().withView(view.withLook(change.apply(view.look()))));
        });
    }
}
