package org.fallline.experiment;

/**
 * What is shown of an experiment.
 *
 * @param cut the part of parameter space that the landscape shows
 * @param look how the landscape is drawn
 * @param step the step at which time stands, from 0 to the number of steps
 * @param optimizer the index of the optimizer whose step is looked into
 * @param computation what is shown of the step's computation
 */
public record View(Cut cut, Look look, int step, int optimizer, Opened computation) {
    /** The first two parameters through the start, as a map, at the start. */
    public static final View DEFAULT = new View(Cut.DEFAULT, Look.DEFAULT, 0, 0, Opened.DEFAULT);

    public View withStep(int changed) {
        return new View(cut, look, changed, optimizer, computation);
    }

    public View withCut(Cut changed) {
        return new View(changed, look, step, optimizer, computation);
    }

    public View withLook(Look changed) {
        return new View(cut, changed, step, optimizer, computation);
    }

    public View withOptimizer(int changed) {
        return new View(cut, look, step, changed, computation);
    }

    public View withComputation(Opened changed) {
        return new View(cut, look, step, optimizer, changed);
    }

    /** What stays of it when the experiment has another problem and shows another cut; time is at the start. */
    public View ofAnother(Cut another) {
        return new View(another, look, 0, optimizer, computation.ofAnother());
    }

    /** The same but for the step and what is looked into, which come and go without a change of the experiment. */
    public View withoutMoment() {
        return new View(cut, look, 0, 0, Opened.DEFAULT);
    }
}
