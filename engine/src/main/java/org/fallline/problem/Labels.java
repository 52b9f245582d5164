package org.fallline.problem;

import org.fallline.catalogue.Choice;
import org.fallline.data.Dataset;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Loss;
import org.fallline.nn.Metric;
import org.fallline.nn.Metrics;
import org.fallline.nn.Model;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * How examples say what is to be predicted, in the numbers that a loss compares with predictions.
 *
 * <pre>
 * two classes, one unit    low or high
 * k classes, k units       high for the unit of the class, low for the others
 * quantities               themselves
 * </pre>
 *
 * <p>Low and high are −1 and 1 for a loss of signs, and for a loss of quantities if the last activation can be negative; else 0
 * and 1.
 *
 * @param low the label of what is not so
 * @param border what tells the classes of one unit apart
 * @param units how many numbers a prediction has
 * @param target what the loss compares with predictions
 */
record Labels(double low, double border, int units, Loss.Target target) {
    private static final double HIGH = 1;
    private static final double TOLERANCE = 1e-6;

    static Labels of(Loss loss, Model model) {
        Layer last = model.layers().get(model.layers().size() - 1);
        boolean isNonNegative =
                last instanceof Dense dense && dense.activation().make().isNonNegative();
        boolean quantity = loss.target() == Loss.Target.QUANTITY;
        boolean signed = loss.target() == Loss.Target.SIGN || (quantity && !isNonNegative);
        double low = signed ? -1 : 0;
        return new Labels(low, quantity ? (low + HIGH) / 2 : loss.border(), model.outputs(), loss.target());
    }

    /** The examples whose only column of numbers numbers classes, where that is needed. */
    Dataset classified(Dataset data) {
        boolean numbers = !data.isClassified() && data.targets().size() == 1;
        return numbers && units > 1 ? data.classified() : data;
    }

    /** The targets of classified examples or quantities, (n, units). */
    Tensor of(Dataset data) {
        if (!data.isClassified()) {
            requireUnits(
                    data.targets().size() == units,
                    data.targets().size() + " targets",
                    "" + data.targets().size());
            return quantities(data.y());
        }
        int classes = data.classes().size();
        if (classes < 2) {
            throw new ProblemException("dataset", "all examples are of one class: expected at least two");
        }
        if (classes == 2 && units == 1 && target != Loss.Target.DISTRIBUTION) {
            return labelled(data.y());
        }
        boolean one = classes == 2 && target != Loss.Target.DISTRIBUTION;
        requireUnits(classes == units, classes + " classes", one ? "1 or 2" : "" + classes);
        return labelled(data.oneHot());
    }

    private void requireUnits(boolean right, String found, String expected) {
        if (!right) {
            throw new ProblemException(
                    "layers",
                    "the last layer has " + units + (units == 1 ? " unit" : " units") + " but the examples have "
                            + found + ": expected " + expected);
        }
    }

    private Tensor labelled(Tensor zerosAndOnes) {
        double[] values = zerosAndOnes.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == 0 ? low : HIGH;
        }
        return Tensor.of(zerosAndOnes.shape(), values, 0);
    }

    private Tensor quantities(Tensor y) {
        return switch (target) {
            case QUANTITY -> y;
            case PROBABILITY -> {
                require(isWithin(y, 0, 1), "targets from 0 to 1");
                yield y;
            }
            case SIGN -> {
                boolean bits = isEither(y, 0, 1);
                require(bits || isEither(y, -1, 1), "targets that are −1 or 1, or 0 or 1");
                yield bits ? labelled(y) : y;
            }
            case DISTRIBUTION -> {
                require(units > 1 && isWithin(y, 0, 1) && addsUp(y), "targets of several columns that add up to 1");
                yield y;
            }
        };
    }

    private static void require(boolean right, String expected) {
        if (!right) {
            throw new ProblemException("loss", "the examples do not suit the loss: expected " + expected);
        }
    }

    private static boolean isWithin(Tensor y, double least, double most) {
        for (double value : y.toArray()) {
            if (!(value >= least && value <= most)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEither(Tensor y, double a, double b) {
        for (double value : y.toArray()) {
            if (value != a && value != b) {
                return false;
            }
        }
        return true;
    }

    private static boolean addsUp(Tensor y) {
        Shape shape = y.shape();
        for (int i = 0; i < shape.extent(0); i++) {
            double sum = 0;
            for (int j = 0; j < shape.extent(1); j++) {
                sum += y.at(i * shape.extent(1) + j);
            }
            if (Math.abs(sum - 1) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** What tells a reader how good predictions are. */
    Choice<Metric> metric(boolean isClassified) {
        if (!isClassified && target == Loss.Target.QUANTITY) {
            return Choice.of(Metrics.CATALOGUE, "r2Score");
        }
        return units == 1
                ? Choice.of(Metrics.CATALOGUE, "binaryAccuracy").with("threshold", border)
                : Choice.of(Metrics.CATALOGUE, "categoricalAccuracy");
    }
}
