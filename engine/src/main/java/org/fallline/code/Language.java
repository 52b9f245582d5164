package org.fallline.code;

import org.fallline.experiment.Experiment;

/** A language, with its library, in which an experiment can be written down. */
public interface Language {
    /** The name in menus. */
    String label();

    /**
     * The descent of one of an experiment's optimizers as a program.
     *
     * @param optimizer which, from 0
     */
    Listing listing(Experiment experiment, int optimizer);
}
