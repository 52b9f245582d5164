package org.fallline.experiment;

/**
 * What is shown of an experiment.
 *
 * @param cut the part of parameter space that the landscape shows
 * @param look how the landscape is drawn
 * @param step the step at which time stands, from 0 to the number of steps
 */
public record View(Cut cut, Look look, int step) {
    /** The first two parameters through the start, as a map, at the start. */
    public static final View DEFAULT = new View(Cut.DEFAULT, Look.DEFAULT, 0);

    public View withStep(int changed) {
        return new View(cut, look, changed);
    }

    public View withCut(Cut changed) {
        return new View(changed, look, step);
    }

    public View withLook(Look changed) {
        return new View(cut, changed, step);
    }
}
