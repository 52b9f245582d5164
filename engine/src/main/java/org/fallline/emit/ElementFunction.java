package org.fallline.emit;

import java.util.List;

/** An element-wise function, as an expression of any algebra. */
sealed interface ElementFunction {
    /** The value at some arguments, each used once. */
    <V> V of(Algebra<V> k, List<V> x);

    /** A function of one argument. */
    non-sealed interface One extends ElementFunction {
        <V> V at(Algebra<V> k, V x);

        @Override
        default <V> V of(Algebra<V> k, List<V> x) {
            return at(k, x.get(0));
        }
    }

    /** A function of two arguments. */
    non-sealed interface Two extends ElementFunction {
        <V> V at(Algebra<V> k, V a, V b);

        @Override
        default <V> V of(Algebra<V> k, List<V> x) {
            return at(k, x.get(0), x.get(1));
        }
    }

    /** A choice or a comparison: what it makes of a mask and numbers, or a mask of numbers, as 1 and 0. */
    non-sealed interface Relation extends ElementFunction {
        /** The mask. */
        <V> V mask(Algebra<V> k, V a, V b);

        /** Whether the function holds where the mask does not. */
        boolean isNegated();

        @Override
        default <V> V of(Algebra<V> k, List<V> x) {
            return choice(k, x, k.constant(1), k.constant(0));
        }

        /** One value where the relation holds, another where it does not. */
        default <V> V choice(Algebra<V> k, List<V> x, V yes, V no) {
            V mask = mask(k, x.get(0), x.get(1));
            return isNegated() ? k.select(mask, no, yes) : k.select(mask, yes, no);
        }
    }
}
