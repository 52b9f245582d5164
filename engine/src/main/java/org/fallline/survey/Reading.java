package org.fallline.survey;

/**
 * The loss and its gradient at a point of parameter space.
 *
 * @param params the point
 * @param loss of all the data
 * @param gradient of it, by the parameters; no array is to be modified
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reading(double[] params, double loss, double[] gradient) {
    /** What is read off at a point, which is not modified. */
    public static Reading at(Derivatives derivatives, double[] params) {
        double[] gradient = new double[params.length];
        double loss = derivatives.function().valueAndGradient(params, gradient);
        return new Reading(params, loss, gradient);
    }
}
