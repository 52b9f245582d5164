package org.fallline.landscape;

/**
 * The filters of one parameter of a network: the groups of its numbers that make one unit's output.
 *
 * <p>A weight matrix of shape (fan-in, units), row-major, has a filter a column: the weights that come into one unit. So
 * has a convolution kernel of shape (height, width, channels, filters), read as (height · width · channels, filters).
 * Whatever has one number a unit (a bias, a scale of a normalization) is a single filter without weights.
 *
 * @param rows how many numbers a filter has
 * @param columns how many filters there are
 * @param weights false for biases and the parameters of normalizations
 */
public record Filters(int rows, int columns, boolean weights) {
    public Filters {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "filters need one row and one column at least, but got " + rows + " × " + columns);
        }
    }

    /** A weight matrix of shape (fan-in, units). */
    public static Filters matrix(int fanIn, int units) {
        return new Filters(fanIn, units, true);
    }

    /** A bias, or another vector of one number a unit. */
    public static Filters vector(int size) {
        return new Filters(size, 1, false);
    }

    /** A single number that is no weight of a matrix: the bias of one unit, a variable of a formula. */
    public static Filters scalar() {
        return vector(1);
    }

    /** How many numbers there are. */
    public int size() {
        return rows * columns;
    }
}
