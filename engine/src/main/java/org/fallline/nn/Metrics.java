package org.fallline.nn;

import java.util.List;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.tensor.Tensor;

/** The metrics; each entry is all there is to one. Names, formulas and defaults are Keras's. */
public final class Metrics {
    private static final String KERAS = "Chollet et al., Keras 3 API, metrics, 2023";

    /** In the order of the menu. */
    public static final Catalogue<Metric> CATALOGUE = new Catalogue<>(
            "metric",
            List.of(
                    new Entry<>(
                            "binaryAccuracy",
                            "Accuracy",
                            "share of numbers where ŷ and y lie on the same side of the threshold",
                            KERAS,
                            List.of(new Setting(
                                    "threshold", "Threshold", "θ", Setting.Kind.LINEAR, -1000, 1000, 0, 1, 0.5)),
                            values -> (y, p) -> binaryAccuracy(y, p, values.number("threshold"))),
                    new Entry<>(
                            "categoricalAccuracy",
                            "Categorical accuracy",
                            "share of examples where the largest ŷ stands where the largest y does",
                            KERAS,
                            List.of(),
                            values -> Metrics::categoricalAccuracy),
                    new Entry<>(
                            "r2Score",
                            "R²",
                            "1 − Σ(y − ŷ)² / Σ(y − mean y)² of each column; their mean",
                            "Wright, Correlation and causation, 1921",
                            List.of(),
                            values -> Metrics::r2)));

    private Metrics() {}

    private static double binaryAccuracy(Tensor y, Tensor prediction, double threshold) {
        int right = 0;
        int n = y.shape().size();
        for (int i = 0; i < n; i++) {
            right += y.at(i) > threshold == prediction.at(i) > threshold ? 1 : 0;
        }
        return (double) right / n;
    }

    private static double categoricalAccuracy(Tensor y, Tensor prediction) {
        int right = 0;
        int n = y.shape().extent(0);
        for (int i = 0; i < n; i++) {
            right += largest(y, i) == largest(prediction, i) ? 1 : 0;
        }
        return (double) right / n;
    }

    /** Where the largest number of a row stands; of several, the first. */
    private static int largest(Tensor matrix, int row) {
        int width = matrix.shape().extent(1);
        int best = 0;
        for (int j = 1; j < width; j++) {
            best = matrix.at(row * width + j) > matrix.at(row * width + best) ? j : best;
        }
        return best;
    }

    /** A column of equal targets counts as 0, as Keras has it, unless it is predicted exactly: then it is not a number. */
    private static double r2(Tensor y, Tensor prediction) {
        int n = y.shape().extent(0);
        int width = y.shape().extent(1);
        double sum = 0;
        for (int j = 0; j < width; j++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += y.at(i * width + j) / n;
            }
            double residual = 0;
            double total = 0;
            for (int i = 0; i < n; i++) {
                double target = y.at(i * width + j);
                double error = target - prediction.at(i * width + j);
                residual += error * error;
                total += (target - mean) * (target - mean);
            }
            boolean isConstant = total == 0 && residual != 0;
            sum += isConstant ? 0 : 1 - residual / total;
        }
        return sum / width;
    }
}
