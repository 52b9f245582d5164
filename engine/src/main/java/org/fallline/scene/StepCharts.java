package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Trajectory;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * A chart of the walks of an experiment, picture after picture: what it asks of a walk is found once and kept for as long as the
 * walk is the same object.
 */
public final class StepCharts {
    private final Supplier<String> quantity;
    private final Function<Trajectory, Series> making;
    private List<Trajectory> walks = List.of();
    private List<Series> series = List.of();

    private StepCharts(Supplier<String> quantity, Function<Trajectory, Series> making) {
        this.quantity = quantity;
        this.making = making;
    }

    /** Charts of the loss. */
    public static StepCharts ofLosses() {
        return new StepCharts(() -> Say.of("quantity.loss", "loss"), Series::losses);
    }

    /** Charts of the gradient's length. */
    public static StepCharts ofGradientNorms() {
        return new StepCharts(() -> Say.of("quantity.gradientNorm", "gradient norm"), Series::gradientNorms);
    }

    /**
     * The chart at the experiment's step.
     *
     * @param of one walk an optimizer
     * @param tests what the quantity is of the test examples: one an optimizer, or none at all
     */
    public StepFigure figure(
            Experiment experiment, Theme theme, List<Trajectory> of, List<Series> tests, double width, double height) {
        if (walks != of) {
            List<Series> next = new ArrayList<>();
            for (Trajectory walk : of) {
                int before = place(walk);
                next.add(before < 0 ? making.apply(walk) : series.get(before));
            }
            walks = of;
            series = next;
        }
        List<StepFigure.Curve> curves = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            if (!experiment.optimizers().get(i).on()) {
                continue;
            }
            String label = experiment.optimizers().get(i).label();
            @Nullable Series test = i < tests.size() ? tests.get(i) : null;
            curves.add(new StepFigure.Curve(
                    label, i, series.get(i), test, of.get(i).ending() != null));
        }
        int steps = Math.max(1, experiment.steps());
        return new StepFigure(
                theme,
                width,
                height,
                quantity.get(),
                curves,
                steps,
                experiment.view().step());
    }

    private int place(Trajectory walk) {
        for (int i = 0; i < walks.size(); i++) {
            if (walks.get(i) == walk) {
                return i;
            }
        }
        return -1;
    }
}
