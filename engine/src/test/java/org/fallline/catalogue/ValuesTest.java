package org.fallline.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static Setting setting(String name, String symbol, double initial) {
        return new Setting(name, name, symbol, Setting.Kind.LINEAR, -10, 10, 0, 1, initial);
    }

    @Test
    void fill_putsNumbersInPlaceOfSymbols_theLongestFirst() {
        Values values = Values.initial(List.of(
                setting("rate", "η", 0.01),
                setting("beta", "β", 2),
                setting("beta1", "β₁", 0.9),
                setting("epsilon", "ε", 1e-7),
                setting("nameless", "", 5)));
        assertEquals("m ← 0.9·m + (1 − 0.9)·g", values.fill("m ← β₁·m + (1 − β₁)·g"));
        assertEquals(
                "w ← w − 0.01·m / (√v + 10⁻⁷·2)",
                values.fill("w ← w − η·m / (√v + ε·β)").replace("1·10⁻⁷", "10⁻⁷"));
        assertEquals("", values.fill(""));
    }
}
