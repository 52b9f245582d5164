package org.fallline.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.experiment.Layer;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.GradientField;
import org.fallline.say.Say;
import org.fallline.survey.Findings;
import org.fallline.survey.Slice;
import org.fallline.survey.Standing;
import org.fallline.survey.Stride;
import org.jspecify.annotations.Nullable;

/** What was found out about a loss, as marks on a slice: the layers that are wanted of it. */
record SliceFacts(Slice slice, List<Layer> layers) {
    private static final double[] NOWHERE = {0, 0};

    /** The facts; {@code at} is where the walk is whose stride and standing these are. */
    Facts of(@Nullable Findings findings, @Nullable Stride stride, double[] at, @Nullable Standing standing) {
        Findings found = findings != null && findings.slice() == slice ? findings : null;
        GradientField field = found != null && layers.contains(Layer.FIELD) ? found.field() : null;
        return new Facts(
                field == null ? null : field(field),
                arrows(stride, at, standing),
                found != null && layers.contains(Layer.CRITICAL)
                        ? found.critical().points().stream().map(this::mark).toList()
                        : List.of());
    }

    private List<StepArrow> arrows(@Nullable Stride stride, double[] at, @Nullable Standing standing) {
        List<StepArrow> arrows = new ArrayList<>();
        double[] from = slice.project(at);
        if (layers.contains(Layer.STEP) && stride != null) {
            add(stride, from, arrows);
        }
        if (layers.contains(Layer.NEWTON)) {
            boolean isHere = standing != null && standing.hasNewtonStep() && Arrays.equals(standing.params(), at);
            double[] to = standing != null && isHere
                    ? slice.displacement(standing.newton().step())
                    : NOWHERE;
            arrows.add(arrow(StepArrow.Kind.NEWTON, Say.of("arrow.newton", "Newton step"), from, to));
        }
        return arrows;
    }

    private void add(Stride stride, double[] from, List<StepArrow> arrows) {
        if (!stride.isSum()) {
            arrows.add(
                    arrow(StepArrow.Kind.STEP, Say.of("arrow.step", "step"), from, slice.displacement(stride.step())));
            arrows.add(arrow(
                    StepArrow.Kind.GRADIENT,
                    Say.of("arrow.down", "way down"),
                    from,
                    slice.displacement(stride.down())));
            return;
        }
        arrows.add(arrow(
                StepArrow.Kind.GRADIENT,
                Say.of("arrow.gradient", "−η·gradient"),
                from,
                slice.displacement(stride.down())));
        if (!stride.restName().isEmpty()) {
            arrows.add(arrow(StepArrow.Kind.MOMENTUM, stride.restName(), from, slice.displacement(stride.rest())));
        }
    }

    private static StepArrow arrow(StepArrow.Kind kind, String name, double[] from, double[] way) {
        return new StepArrow(kind, name, from[0], from[1], way[0], way[1]);
    }

    private Field field(GradientField found) {
        double[] u = new double[found.columns() * found.rows()];
        double[] v = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = found.u(i % found.columns());
            v[i] = slice.isLine() ? 0 : found.v(i / found.columns());
        }
        return new Field(u, v, found.du(), found.dv(), found.columns());
    }

    private CriticalMark mark(CriticalPoint point) {
        return new CriticalMark(
                point.u(),
                point.v(),
                point.kind(),
                slice.isLine() ? List.of(point.largest()) : List.of(point.smallest(), point.largest()),
                point.loss());
    }
}
