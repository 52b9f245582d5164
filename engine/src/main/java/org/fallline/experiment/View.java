package org.fallline.experiment;

/**
 * What is shown of an experiment.
 *
 * @param cut the part of parameter space that the landscape shows
 * @param look how the landscape is drawn
 * @param step the step at which time stands, from 0 to the number of steps
 * @param computation what is shown of the step's computation
 */
public record View(Cut cut, Look look, int step, Opened computation) {
    /** The first two parameters through the start, as a map, at the start. */
    public static final View DEFAULT = new View(Cut.DEFAULT, Look.DEFAULT, 0, Opened.DEFAULT);

    public View withStep(int changed) {
        return new View(cut, look, changed, computation);
    }

    public View withCut(Cut changed) {
        return new View(changed, look, step, computation);
    }

    public View withLook(Look changed) {
        return new View(cut, changed, step, computation);
    }

    public View withComputation(Opened changed) {
        return new View(cut, look, step, changed);
    }
}
