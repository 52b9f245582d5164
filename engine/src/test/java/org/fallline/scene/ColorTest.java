package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColorTest {
    /** The ratio of black and white by definition, and of #777777 on white as WebAIM's contrast checker shows it. */
    @Test
    void contrast_isThatOfTheGuidelines() {
        assertEquals(21, Color.contrast(0xff000000, 0xffffffff), 1e-12);
        assertEquals(4.48, Color.contrast(0xffffffff, 0xff777777), 0.005);
    }

    @Test
    void mixAndOpacity_roundToTheNearestChannel() {
        assertEquals(0xff808080, Color.mix(0xff000000, 0xffffffff, 0.5));
        assertEquals(0x80123456, Color.withOpacity(0xff123456, 0.5));
        assertEquals(0xff660000, Color.lit(0xff330000, 2));
        assertEquals(0x00ffffff, Color.lit(0x00808080, 9));
    }
}
