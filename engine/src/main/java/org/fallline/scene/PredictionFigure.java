package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.probe.Fit;
import org.fallline.probe.InputRows;
import org.fallline.probe.Response;
import org.fallline.say.Say;
import org.fallline.tensor.Tensor;

/**
 * What a model predicts: over the plane of its two inputs as colours, along its only input as a curve, of more inputs as each
 * example's prediction against what it should be; with the examples, those to train with filled, those to test with hollow.
 *
 * @param width of the whole figure in CSS px, 160 or more
 * @param height of the whole figure in CSS px, 140 or more
 * @param response what the model says, to be read
 * @param step the step at whose parameters it says so
 */
public record PredictionFigure(Theme theme, double width, double height, Response response, int step) {
    static final double PAD = 12;

    public PredictionFigure {
        if (!(width >= 160 && height >= 140 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a figure of predictions is 160 × 140 px at least");
        }
        if (!response.isComplete()) {
            throw new IllegalArgumentException("a figure of predictions needs a response that was computed");
        }
    }

    /** An example in a figure; its arrays are not modified. */
    @SuppressWarnings("ArrayRecordComponent")
    record Example(double[] inputs, double[] target, double[] prediction, boolean isTest) {}

    /** The whole figure. */
    public Scene scene() {
        List<Mark> marks = new ArrayList<>();
        paintGround(marks);
        if (hasOverlay()) {
            new PredictionPlane(this).paintOverlay(marks);
        }
        return scene(theme.background(), marks);
    }

    /** Whether there is more to the figure than what each step changes. */
    public boolean hasOverlay() {
        return fit().axes().size() == 2;
    }

    /** What is different at every step. */
    public Scene ground() {
        List<Mark> marks = new ArrayList<>();
        paintGround(marks);
        return scene(theme.background(), marks);
    }

    /** What lies over the ground and is the same at all steps. */
    public Scene overlay() {
        List<Mark> marks = new ArrayList<>();
        new PredictionPlane(this).paintOverlay(marks);
        return scene(Color.TRANSPARENT, marks);
    }

    private void paintGround(List<Mark> marks) {
        switch (fit().axes().size()) {
            case 1 -> new PredictionCurve(this).paint(marks);
            case 2 -> new PredictionPlane(this).paintGround(marks);
            default -> new PredictionPairs(this).paint(marks);
        }
    }

    private Scene scene(int background, List<Mark> marks) {
        return new Scene(width, height, background, marks, () -> PredictionText.describe(this));
    }

    Fit fit() {
        return response.fit();
    }

    InputRows rows() {
        return response.rows();
    }

    /** The last layer, whose outputs are predictions. */
    int last() {
        return response.layers() - 1;
    }

    /** How many numbers a prediction has. */
    int outputs() {
        return response.units(last());
    }

    /** A figure's font is at least as large as the axes' of a landscape of the same width. */
    double fontSize() {
        return Axes.fontSize(width);
    }

    /** Ground, middle and ends of what colours mean: the border between classes, or the middle of what is to be predicted. */
    ColorScale colors() {
        if (!fit().classes().isEmpty()) {
            double reach = Math.abs(fit().low() - fit().border());
            double other = Math.abs(1 - fit().border());
            return new ColorScale(theme, fit().border(), reach > other ? reach : other);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Example example : examples()) {
            low = example.target()[0] < low ? example.target()[0] : low;
            high = example.target()[0] > high ? example.target()[0] : high;
        }
        double middle = low < 0 && high > 0 ? 0 : low * 0.5 + high * 0.5;
        double above = high - middle;
        double below = middle - low;
        double reach = above > below ? above : below;
        return new ColorScale(theme, middle, reach > 0 ? reach : middle == 0 ? 1 : Math.abs(middle));
    }

    /** Numbers as colours on both sides of a middle. */
    record ColorScale(Theme theme, double middle, double reach) {
        /** The colour of a number, paler than that of an example. */
        int ground(double number) {
            return theme.sign(0.55 * share(number));
        }

        /** The colour of an example. */
        int strong(double number) {
            return theme.strongSign(share(number));
        }

        double share(double number) {
            double share = (number - middle) / reach;
            return share > 1 ? 1 : share < -1 ? -1 : share;
        }
    }

    /** All examples, those to train with first. */
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        InputRows rows = rows();
        int width = rows.x().shape().extent(1);
        for (int i = rows.lattice(); i < rows.count(); i++) {
            int number = i - rows.lattice();
            boolean isTest = number >= rows.train();
            Tensor targets = isTest ? fit().testTargets() : fit().trainTargets();
            int row = isTest ? number - rows.train() : number;
            int outputs = targets.shape().extent(1);
            double[] target = new double[outputs];
            double[] inputs = new double[width];
            for (int j = 0; j < outputs; j++) {
                target[j] = targets.at(row * outputs + j);
            }
            for (int j = 0; j < width; j++) {
                inputs[j] = rows.x().at(i * width + j);
            }
            examples.add(new Example(inputs, target, response.prediction(i), isTest));
        }
        return examples;
    }

    /** The sign of an example: filled to train with, hollow to test with. */
    void dot(double x, double y, int color, boolean isTest, List<Mark> marks) {
        double radius = fit().size() > 600 ? 2.2 : fit().size() > 250 ? 2.8 : 3.4;
        double scale = Axes.markScale(width);
        if (isTest) {
            marks.add(new Mark.Dot(x, y, (radius + 0.4) * scale, Color.TRANSPARENT, theme.casing(), 3.2 * scale));
            marks.add(new Mark.Dot(x, y, (radius + 0.4) * scale, Color.TRANSPARENT, color, 1.6 * scale));
        } else {
            marks.add(new Mark.Dot(x, y, (radius + 0.6) * scale, color, theme.casing(), 1.1 * scale));
        }
    }

    /** The key's entry that tells examples to test with from the others; none without any. */
    List<Legend.Entry> key() {
        List<Legend.Entry> entries = new ArrayList<>();
        if (rows().test() > 0) {
            entries.add(new Legend.Entry(
                    Say.of("data.train", "train"), (x, y, unit, marks) -> dot(x, y, theme.mutedInk(), false, marks)));
            entries.add(new Legend.Entry(
                    Say.of("data.test", "test"), (x, y, unit, marks) -> dot(x, y, theme.mutedInk(), true, marks)));
        }
        return entries;
    }

    /** The name of an input that is on an axis. */
    String axis(int which) {
        return fit().examples().train().inputs().get(fit().axes().get(which));
    }
}
