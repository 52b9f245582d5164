package org.fallline.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The example in the documentation of the package. */
class MathExampleTest {

    @Test
    void example_ofThePackage_givesWhatItSays() {
        assertEquals(0.46211715726000974, Real.tanh(0.5));
        assertEquals("0.30000000000000004", Decimal.text(0.1 + 0.2));
        assertEquals(1.0E-7, Decimal.parse("1e-7"));
        assertEquals(0.8189246246098718, Key.of(7).split(2).uniform(0));
    }
}
