package org.fallline.experiment;

/** One of a few values that an experiment's JSON spells in its own way. */
public interface Spelled {
    /** As the JSON spells it. */
    String text();
}
