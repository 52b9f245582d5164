package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestTest {
    private final Nest<Integer> nest = Nest.items(List.of(Nest.of(List.of(1, 2)), Nest.fields(named())));

    private static Map<String, Nest<Integer>> named() {
        Map<String, Nest<Integer>> fields = new LinkedHashMap<>();
        fields.put("z", Nest.leaf(3));
        fields.put("a", Nest.of(Map.of("b", 4)));
        return fields;
    }

    @Test
    void map_ofANest_keepsItsStructureAndOrder() {
        assertEquals(
                "[[10, 20], {z=30, a={b=40}}]", nest.map(value -> 10 * value).toString());
        assertEquals(nest, nest.map(value -> value));
    }

    @Test
    void leaves_ofANest_areItsValuesInOrder() {
        assertEquals(List.of(1, 2, 3, 4), nest.leaves());
    }

    @Test
    void at_aPath_isThePartThere() {
        assertEquals(2, nest.at(0).at(1).value());
        assertEquals(4, nest.at(1).at("a").at("b").value());
    }

    @Test
    void at_whatIsNotThere_saysWhatIs() {
        assertRefused("there is no item 2 in [1, 2]", () -> nest.at(0).at(2));
        assertRefused("there is no item 0 in {z=3, a={b=4}}", () -> nest.at(1).at(0));
        assertRefused("there is no field y in {z=3, a={b=4}}", () -> nest.at(1).at("y"));
        assertRefused("there is no field z in [1, 2]", () -> nest.at(0).at("z"));
        assertRefused("not a value but [1, 2]", () -> nest.at(0).value());
    }

    private static void assertRefused(String message, Runnable access) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, access::run);
        assertEquals(message, e.getMessage());
    }
}
