package org.fallline.experiment;

/**
 * What is shown of an experiment.
 *
 * @param horizontal the index of the parameter that runs to the right
 * @param vertical the index of the parameter that runs upwards; another one, if there is another
 * @param scale how losses become colours
 * @param step the step at which time stands, from 0 to the number of steps
 */
public record View(int horizontal, int vertical, Scale scale, int step) {
    /** How losses become colours. */
    public enum Scale {
        /** In proportion. */
        LINEAR("linear"),
        /** By their logarithm. */
        LOG("log");

        private final String text;

        Scale(String text) {
            this.text = text;
        }

        /** As the JSON spells it. */
        public String text() {
            return text;
        }
    }

    /** The first two parameters, logarithmic, at the start. */
    public static final View DEFAULT = new View(0, 1, Scale.LOG, 0);

    public View withStep(int changed) {
        return new View(horizontal, vertical, scale, changed);
    }

    public View withScale(Scale changed) {
        return new View(horizontal, vertical, changed, step);
    }

    public View withAxes(int right, int up) {
        return new View(right, up, scale, step);
    }
}
