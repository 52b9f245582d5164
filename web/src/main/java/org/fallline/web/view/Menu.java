package org.fallline.web.view;

import java.util.Map;
import java.util.function.Function;
import org.fallline.experiment.Spelled;
import org.fallline.web.model.Intent;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A select that chooses one of a few values.
 *
 * @param <T> the values
 */
final class Menu<T extends Spelled> {
    private final HTMLElement select;

    /** A menu of values by their labels, in order. */
    Menu(HTMLElement select, Map<T, String> labels, Model model, Function<T, Intent> intent) {
        this.select = select;
        labels.forEach((value, label) -> select.appendChild(Html.option(value.text(), label)));
        Html.on(select, "change", event -> {
            for (T value : labels.keySet()) {
                if (value.text().equals(Html.value(select))) {
                    model.dispatch(intent.apply(value));
                }
            }
        });
    }

    void show(T value) {
        Html.setValue(select, value.text());
    }
}
