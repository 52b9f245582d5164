package org.fallline.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fallline.data.Datasets;
import org.fallline.data.Features;
import org.fallline.nn.Activations;
import org.fallline.nn.Initializers;
import org.fallline.nn.Losses;
import org.fallline.nn.Metrics;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedules;
import org.fallline.problem.TestFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What menus, forms and documentation rely on in every catalogue there is. */
public class CatalogueTest {
    /** A new catalogue gets a line here; a house rule names the one that has none. */
    public static final List<Catalogue<?>> ALL = List.of(
            Optimizers.CATALOGUE,
            Schedules.CATALOGUE,
            Activations.CATALOGUE,
            Initializers.CATALOGUE,
            Losses.CATALOGUE,
            Metrics.CATALOGUE,
            Datasets.CATALOGUE,
            Features.CATALOGUE,
            TestFunctions.CATALOGUE);

    static Stream<Arguments> entries() {
        return ALL.stream()
                .flatMap(catalogue -> catalogue.entries().stream())
                .map(entry -> Arguments.of(entry.name(), entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void entry_ofACatalogue_saysAllThatAReaderNeeds(String name, Entry<?> entry) {
        assertTrue(name.matches("[a-z][a-zA-Z0-9]*"), "a JSON name in camel case: " + name);
        for (String text : List.of(entry.label(), entry.formula(), entry.source())) {
            assertTrue(!text.isBlank() && text.equals(text.strip()), name + " has a blank text");
        }
        assertTrue(entry.source().matches(".*\\b(18|19|20)\\d\\d\\b.*"), name + " names no year: " + entry.source());
        assertNotNull(entry.make());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void settings_ofAnEntry_areNamedApartAndBeginInTheirRange(String name, Entry<?> entry) {
        Set<String> names = new HashSet<>();
        for (Setting setting : entry.settings()) {
            String where = name + "." + setting.name();
            assertTrue(names.add(setting.name()), where + " occurs twice");
            assertTrue(setting.name().matches("[a-z][a-zA-Z0-9]*"), where);
            assertTrue(!setting.label().isBlank(), where + " has no label");
            assertTrue(setting.admits(setting.initial()), where + " begins out of its range");
            assertTrue(setting.least() <= setting.usualLeast() && setting.usualLeast() < setting.usualMost(), where);
            assertTrue(setting.usualMost() <= setting.most(), where);
            boolean logarithmic = setting.kind() == Setting.Kind.LOGARITHMIC;
            assertTrue(!logarithmic || setting.usualLeast() > 0, where + " has a slider from log 0");
        }
        for (Preset preset : entry.presets()) {
            assertTrue(!preset.label().isBlank() && !preset.label().equals(entry.label()), name);
            assertEquals(
                    preset.value(),
                    entry.initial().with(preset.setting(), preset.value()).number(preset.setting()));
        }
    }

    @Test
    void names_ofACatalogue_areUnique() {
        for (Catalogue<?> catalogue : ALL) {
            List<String> names = catalogue.entries().stream().map(Entry::name).toList();
            List<String> labels = catalogue.entries().stream().map(Entry::label).toList();
            assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
            assertEquals(labels.size(), new HashSet<>(labels).size(), labels.toString());
        }
    }

    @Test
    void require_unknownName_listsTheNamesThereAre() {
        assertNull(Optimizers.CATALOGUE.find("Adam"));
        assertEquals(
                "there is no optimizer \"Adam\"; there is sgd, adagrad, rmsprop, adadelta, adam, adamw, adamax, nadam, lion,"
                        + " ftrl, backtracking, conjugateGradient, bfgs, lbfgs, newton",
                assertThrows(IllegalArgumentException.class, () -> Optimizers.CATALOGUE.require("Adam"))
                        .getMessage());
    }

    static Stream<Arguments> mistakes() {
        Values adam = Objects.requireNonNull(Optimizers.CATALOGUE.find("adam")).initial();
        Entry<Optimizer> sgd = Optimizers.CATALOGUE.require("sgd");
        return Stream.of(
                mistake(
                        "beta1 is 1 but must be a number from 0 up to but not including 1",
                        () -> adam.with("beta1", 1)),
                mistake("epsilon is 0 but must be a number from 1e-150 to 1", () -> adam.with("epsilon", 0)),
                mistake("epsilon is NaN but must be a number from 1e-150 to 1", () -> adam.with("epsilon", Double.NaN)),
                mistake(
                        "momentum is 1.5 but must be a number from 0 to 1",
                        () -> sgd.initial().with("momentum", 1.5)),
                mistake(
                        "memory is 2.5 but must be a whole number from 1 to 100",
                        () -> Optimizers.CATALOGUE.require("lbfgs").initial().with("memory", 2.5)),
                mistake(
                        "nesterov is 0.5 but must be true or false",
                        () -> sgd.initial().with("nesterov", 0.5)),
                mistake("there is no setting \"beta3\"", () -> adam.number("beta3")),
                mistake("these are not the settings of sgd", () -> sgd.make(adam)));
    }

    private static Arguments mistake(String message, Executable mistake) {
        return Arguments.of(message, mistake);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistake_withValues_isRefusedSayingTheRange(String message, Executable mistake) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, mistake).getMessage());
    }

    @Test
    void values_thatDifferInTheSignOfZero_areEqual() {
        Values sgd = Optimizers.CATALOGUE.require("sgd").initial();
        assertEquals(sgd, sgd.with("momentum", -0.0));
        assertEquals(0.9, sgd.with("momentum", 0.9).number("momentum"));
        assertTrue(sgd.with("nesterov", 1).flag("nesterov"));
    }
}
