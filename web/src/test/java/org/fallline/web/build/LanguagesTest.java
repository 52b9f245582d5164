package org.fallline.web.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.data.Datasets;
import org.fallline.data.Features;
import org.fallline.nn.Activations;
import org.fallline.nn.Initializers;
import org.fallline.nn.Losses;
import org.fallline.optim.Descent;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedules;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.TestFunctions;
import org.junit.jupiter.api.Test;

/** The files of words: they say the same, all of it, and nothing more. */
class LanguagesTest {
    private static final Path WORDS = Path.of("src/main/words");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])(?:\\|[^{}|]*\\|[^{}|]*)?}");

    private final List<Language> languages = Language.all(WORDS);
    private final Language english = languages.get(0);

    LanguagesTest() throws IOException {}

    private static SortedSet<String> keys(Language language, boolean ofEngine) {
        return language.words().keySet().stream()
                .filter(key -> key.startsWith(Language.ENGINE) == ofEngine)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String template) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    @Test
    void site_speaksEnglishFirst_andGerman() {
        assertEquals(List.of("en", "de"), languages.stream().map(Language::tag).toList());
    }

    @Test
    void language_saysWhatTheFirstOneSays() {
        for (Language language : languages) {
            assertEquals(keys(english, false), keys(language, false), language.tag());
        }
    }

    @Test
    void text_hasTheSamePlacesInEachLanguage_andIsWellFormed() {
        for (Language language : languages) {
            language.words().forEach((key, text) -> {
                String at = language.tag() + " " + key + ": " + text;
                assertTrue(PLACE.matcher(text).replaceAll("").chars().noneMatch(c -> c == '{' || c == '}'), at);
                assertEquals(text.strip(), text, at);
                assertTrue(!text.isEmpty(), at);
                if (!key.startsWith(Language.ENGINE)) {
                    assertEquals(places(String.valueOf(english.words().get(key))), places(text), at);
                }
            });
        }
    }

    @Test
    void text_isSaidSomewhere() throws IOException {
        SortedSet<String> said = SaidKeys.of(Path.of("src/main/java"), Language.keys(languages));
        said.addAll(PageTexts.keys());
        said.add("language.name");
        assertEquals(Language.keys(languages), said);
    }

    /** What the engine names stands in English in the engine; a word for what it no longer names would never be seen. */
    @Test
    void wordForWhatTheEngineNames_isForSomethingThereIs() {
        Set<String> named = new TreeSet<>();
        add(named, "dataset", Datasets.CATALOGUE);
        add(named, "feature", Features.CATALOGUE);
        add(named, "loss", Losses.CATALOGUE);
        add(named, "activation", Activations.CATALOGUE);
        add(named, "initializer", Initializers.CATALOGUE);
        add(named, "schedule", Schedules.CATALOGUE);
        add(named, "optimizer", Optimizers.CATALOGUE);
        add(named, "function", TestFunctions.CATALOGUE);
        List<Setting> settings = new ArrayList<>(Descent.SETTINGS);
        settings.add(ExamplesSpec.TEST_SHARE);
        settings.forEach(setting -> named.add("engine.setting." + setting.name()));
        TestFunctions.CATALOGUE.entries().forEach(entry -> named.add("engine.lesson." + entry.name()));
        assertEquals(Set.of(), keys(english, true), "English is the engine's own language");
        for (Language language : languages) {
            Set<String> stale = keys(language, true);
            stale.removeAll(named);
            stale.removeIf(key -> key.startsWith("engine.say."));
            assertEquals(Set.of(), stale, language.tag());
        }
    }

    @Test
    void whatTheEngineSays_isSaidInEachLanguage_withTheSamePlaces() throws IOException {
        SortedMap<String, String> said = EngineTexts.all();
        assertTrue(said.size() > 20, said.toString());
        for (Language language : languages.subList(1, languages.size())) {
            SortedSet<String> keys = keys(language, true);
            keys.removeIf(key -> !key.startsWith("engine.say."));
            assertEquals(said.keySet(), keys, language.tag());
            said.forEach((key, text) -> assertEquals(
                    places(text), places(String.valueOf(language.words().get(key))), language.tag() + " " + key));
        }
    }

    @Test
    void lesson_ofEachTestFunction_isToldInEachLanguage() {
        for (Language language : languages.subList(1, languages.size())) {
            for (Entry<?> entry : TestFunctions.CATALOGUE.entries()) {
                assertTrue(
                        language.words().containsKey("engine.lesson." + entry.name()), language.tag() + entry.name());
            }
        }
    }

    private static void add(Set<String> named, String kind, Catalogue<?> catalogue) {
        for (Entry<?> entry : catalogue.entries()) {
            named.add("engine." + kind + "." + entry.name());
            entry.settings().forEach(setting -> named.add("engine.setting." + setting.name()));
        }
    }
}
