package org.fallline.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.junit.jupiter.api.Test;

class SliderScaleTest {
    private static final int POSITIONS = 240;

    @Test
    void everyPosition_ofEverySetting_givesANumberInRangeThatLeadsBackToIt() {
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            for (Setting setting : entry.settings()) {
                for (int p = 0; setting.kind() != Setting.Kind.FLAG && p <= POSITIONS; p++) {
                    double value = SliderScale.value(setting, p, POSITIONS);
                    String where = setting.name() + " at " + p + ": " + value;
                    assertTrue(value >= setting.usualLeast() && value <= setting.usualMost(), where);
                    assertTrue(setting.admits(value), where);
                    // Several positions share a whole number.
                    if (setting.kind() != Setting.Kind.WHOLE) {
                        assertEquals(p, SliderScale.position(setting, value, POSITIONS), where);
                    }
                }
            }
        }
    }

    @Test
    void learningRate_inTheMiddleOfItsLogarithmicRange_isTheGeometricMean() {
        Setting rate = Optimizers.CATALOGUE.require("sgd").settings().get(0);
        assertEquals(0.01, SliderScale.value(rate, POSITIONS / 2, POSITIONS));
    }
}
