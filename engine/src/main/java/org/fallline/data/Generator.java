package org.fallline.data;

import org.fallline.math.Key;

/** A source of random examples. */
public interface Generator {
    /**
     * Examples of one key: the same on every platform.
     *
     * @param size how many, at least 1
     */
    Dataset generate(int size, Key key);
}
