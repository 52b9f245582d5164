package org.fallline.web.view;

import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.web.words.Words;

/** What the engine names, in the language of the page. */
final class Names {
    private Names() {}

    /**
     * What a catalogue offers.
     *
     * @param kind which catalogue: {@code "dataset"}
     */
    static String of(String kind, Entry<?> entry) {
        return Words.ofEngine("engine." + kind + "." + entry.name(), entry.label());
    }

    static String of(Setting setting) {
        return Words.ofEngine("engine.setting." + setting.name(), setting.label());
    }
}
