package org.fallline.probe;

import java.util.Arrays;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Vectors;

/**
 * How long the gradient of each parameter of a walk is, step by step at some steps: where it shrinks from layer to layer on the
 * way back, the first layers hardly learn; where it grows, they are thrown about.
 *
 * @param steps ascending, the first one 0, the last one the walk's last
 * @param norms of each parameter at each of these steps
 * @param relative the mean magnitude of the gradient by that of the parameter, likewise
 */
@SuppressWarnings("ArrayRecordComponent")
public record LayerGradients(int[] steps, double[][] norms, double[][] relative) {
    /** The gradients of a walk at about so many of its steps. */
    public static LayerGradients of(Trajectory walk, ParameterLayout layout, int samples) {
        int last = walk.length() - 1;
        int count = Math.min(samples, last) + 1;
        int[] steps = new int[count];
        double[][] norms = new double[layout.names().size()][count];
        double[][] relative = new double[norms.length][count];
        for (int i = 0; i < count; i++) {
            steps[i] = count == 1 ? 0 : (int) ((long) last * i / (count - 1));
            double[] gradient = walk.gradient(steps[i]);
            double[] params = walk.params(steps[i]);
            for (int k = 0; k < norms.length; k++) {
                norms[k][i] = norm(layout, k, gradient);
                relative[k][i] = relative(layout, k, gradient, params);
            }
        }
        return new LayerGradients(steps, norms, relative);
    }

    /** The length of one parameter's gradient. */
    public static double norm(ParameterLayout layout, int parameter, double[] gradient) {
        int from = layout.offset(parameter);
        return Vectors.norm(Arrays.copyOfRange(
                gradient, from, from + layout.shapes().get(parameter).size()));
    }

    /** The mean magnitude of one parameter's gradient by that of the parameter; ∞ where all of it is 0, 0 where both are. */
    public static double relative(ParameterLayout layout, int parameter, double[] gradient, double[] params) {
        int from = layout.offset(parameter);
        double slope = 0;
        double size = 0;
        for (int i = from; i < from + layout.shapes().get(parameter).size(); i++) {
            slope += Math.abs(gradient[i]);
            size += Math.abs(params[i]);
        }
        return slope == 0 ? 0 : size == 0 ? Double.POSITIVE_INFINITY : slope / size;
    }
}
