package org.fallline.emit;

/**
 * Which element of an array is meant: a number, and a loop's variable that is added to it.
 *
 * @param element counted row-major, in the row at hand if the array has rows
 * @param loop the variable, or {@link #NONE}
 */
record Place(int element, int loop) {
    static final int NONE = -1;

    static Place at(int element) {
        return new Place(element, NONE);
    }

    boolean isFixed() {
        return loop == NONE;
    }
}
