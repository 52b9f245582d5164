package org.fallline.probe;

import org.fallline.tensor.Tensor;

/**
 * How well some examples are predicted.
 *
 * @param count how many examples
 * @param right how many of them are told to be of their class; 0 where there are no classes
 * @param error the mean magnitude of what predictions are off by, over all outputs
 */
public record Score(int count, int right, double error) {
    /** The score of the examples to train with, by what a response says of them. */
    public static Score training(Response response) {
        return of(response, response.rows().lattice(), response.fit().trainTargets());
    }

    /** The score of the examples to test with. */
    public static Score test(Response response) {
        return of(
                response,
                response.rows().lattice() + response.rows().train(),
                response.fit().testTargets());
    }

    private static Score of(Response response, int first, Tensor targets) {
        Fit fit = response.fit();
        int count = targets.shape().extent(0);
        int width = targets.shape().extent(1);
        double[] target = new double[width];
        double error = 0;
        int right = 0;
        for (int i = 0; i < count; i++) {
            double[] prediction = response.prediction(first + i);
            for (int j = 0; j < width; j++) {
                target[j] = targets.at(i * width + j);
                error += Math.abs(prediction[j] - target[j]);
            }
            right += !fit.classes().isEmpty() && fit.classOf(prediction) == fit.classOf(target) ? 1 : 0;
        }
        return new Score(count, right, count == 0 ? 0 : error / (count * width));
    }
}
