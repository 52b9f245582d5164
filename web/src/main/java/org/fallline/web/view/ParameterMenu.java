package org.fallline.web.view;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fallline.web.model.Intent;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A select that chooses one of a problem's parameters. Of many it holds the chosen one alone until a visitor turns to it: a network's
 * thousands would be made, and measured by the browser, at each change of it.
 */
final class ParameterMenu {
    /** So many are no trouble. */
    private static final int FEW = 32;

    private final HTMLElement select;
    private List<String> names = List.of();
    /** The only parameter that the select holds, or -1 if it holds all. */
    private int only = -1;

    ParameterMenu(HTMLElement select, Model model, IntFunction<Intent> intent) {
        this.select = select;
        Html.on(select, "change", event -> model.dispatch(intent.apply(Integer.parseInt(Html.value(select)))));
        // The list of a select is shown when the pointer goes down, after this.
        Html.on(select, "pointerdown", event -> fill());
        Html.on(select, "focus", event -> fill());
    }

    /** Has the parameters of another problem, by their names. */
    void name(List<String> parameters) {
        names = parameters;
        only = -1;
        if (names.size() > FEW) {
            hold(0);
        } else {
            holdAll();
        }
    }

    void show(int parameter) {
        if (only >= 0 && only != parameter) {
            hold(parameter);
        }
        Html.setValue(select, String.valueOf(parameter));
    }

    private void hold(int parameter) {
        only = parameter;
        Html.replaceChildren(select, List.of(option(parameter)));
    }

    private void holdAll() {
        Html.replaceChildren(
                select, IntStream.range(0, names.size()).mapToObj(this::option).toList());
    }

    private HTMLElement option(int parameter) {
        return Html.option(String.valueOf(parameter), names.get(parameter));
    }

    private void fill() {
        if (only >= 0) {
            int chosen = only;
            only = -1;
            holdAll();
            show(chosen);
        }
    }
}
