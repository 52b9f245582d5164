package org.fallline.web.view;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fallline.experiment.Layer;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.Vectors;
import org.fallline.landscape.Window;
import org.fallline.math.Decimal;
import org.fallline.scene.Digits;
import org.fallline.scene.LandscapeChart;
import org.fallline.scene.LandscapeFigure;
import org.fallline.scene.Picture;
import org.fallline.survey.Findings;
import org.fallline.survey.Reading;
import org.fallline.survey.Slice;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.fallline.web.worker.Landscape;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** What is read off where a pointer is: the coordinates at once, loss and gradient when the engine has answered. */
final class Readout {
    /** Of so many parameters every derivative is told; of more, the gradient's length. */
    private static final int MOST_COMPONENTS = 3;

    private static final int USUAL_DIGITS = 4;

    /** So near to a point, as a share of the window, a pointer is on it. */
    private static final double NEAR = 0.02;

    private final Model model;
    private final Supplier<@Nullable LandscapeChart> chart;
    private final Consumer<double[]> pointed;
    private final HTMLElement place = Html.byId("readout");
    private double[] params = {};
    private String coordinates = "";

    /** Of the losses that are shown. */
    private int lossDigits = USUAL_DIGITS;

    Readout(Model model, HTMLElement surface, Supplier<@Nullable LandscapeChart> chart, Consumer<double[]> pointed) {
        this.model = model;
        this.chart = chart;
        this.pointed = pointed;
        Html.on(surface, "pointermove", event -> point((MouseEvent) event));
        Html.on(surface, "pointerleave", event -> leave());
        model.onChange(this::show);
    }

    private void point(MouseEvent event) {
        LandscapeChart shown = chart.get();
        Landscape landscape = model.landscape();
        LandscapeFigure.Point at = shown == null ? null : shown.at(event.getOffsetX(), event.getOffsetY());
        if (at == null || landscape == null) {
            leave();
            return;
        }
        Slice slice = landscape.slice();
        params = new double[slice.dimension()];
        slice.point(at.u(), at.v(), params);
        Window window = Picture.window(model.experiment().view().cut(), slice);
        Digits digits = Digits.of(window, landscape.grid());
        lossDigits = digits.loss();
        coordinates = critical(landscape, at, window)
                + named(slice.legend().uName(), at.u(), digits.u())
                + (slice.isLine() ? "" : named(slice.legend().vName(), at.v(), digits.v()));
        pointed.accept(params);
        show();
    }

    /** What the nearest critical point that is shown is, if the pointer is as good as on it. */
    private String critical(Landscape landscape, LandscapeFigure.Point at, Window window) {
        Findings findings = model.findings();
        boolean isShown = findings != null
                && findings.slice() == landscape.slice()
                && model.experiment().view().look().layers().contains(Layer.CRITICAL);
        if (findings == null || !isShown) {
            return "";
        }
        for (CriticalPoint point : findings.critical().points()) {
            boolean isNear = Math.abs(point.u() - at.u()) < window.width() * NEAR
                    && Math.abs(point.v() - at.v()) < window.height() * NEAR;
            if (isNear) {
                return Findings.name(point.kind()) + " λ " + number(point.smallest()) + ", " + number(point.largest())
                        + "   ";
            }
        }
        return "";
    }

    private void leave() {
        params = new double[0];
        coordinates = "";
        show();
    }

    private void show() {
        Reading reading = model.reading();
        boolean isHere = reading != null && params.length > 0 && Arrays.equals(reading.params(), params);
        // The answer before the last is better than a gap that flickers.
        boolean isKept = reading != null && !coordinates.isEmpty() && reading.params().length == params.length;
        Html.setText(place, coordinates + (reading != null && (isHere || isKept) ? text(reading) : ""));
    }

    private String text(Reading reading) {
        double[] gradient = reading.gradient();
        StringBuilder out = new StringBuilder(named(Words.say("readout.loss"), reading.loss(), lossDigits));
        if (gradient.length > MOST_COMPONENTS) {
            return out.append(named("‖∇L‖", Vectors.norm(gradient), USUAL_DIGITS))
                    .toString();
        }
        List<String> components =
                Arrays.stream(gradient).mapToObj(Readout::number).toList();
        return out.append("∇L (")
                .append(String.join(", ", components))
                .append(")")
                .toString();
    }

    private static String named(String name, double value, int digits) {
        return name + " " + number(value, digits) + "   ";
    }

    private static String number(double value) {
        return number(value, USUAL_DIGITS);
    }

    private static String number(double value, int digits) {
        return Decimal.typeset(Decimal.text(value, digits));
    }
}
