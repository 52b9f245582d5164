package org.fallline.study;

/** Something that takes long and is made in pieces, so that it can be given up at any time. */
public interface Study {
    /** Makes one more piece, of some steps of a descent or the like; false once there is nothing more to do. */
    boolean advance();

    /** How much is done, from 0 to 1. */
    double progress();

    /** What is known so far. */
    double[] numbers();
}
