package org.fallline.web.model;

import org.fallline.experiment.View;

/** Choosing what is shown. */
public final class ViewIntents {
    private ViewIntents() {}

    /** Shows a parameter to the right; the two change places if it was the other one's. */
    public static Intent horizontal(int parameter) {
        return new Intent("Choose the horizontal axis", state -> {
            View view = state.experiment().view();
            int up = parameter == view.vertical() ? view.horizontal() : view.vertical();
            return state.with(state.experiment().withView(view.withAxes(parameter, up)));
        });
    }

    /** Shows a parameter upwards; the two change places if it was the other one's. */
    public static Intent vertical(int parameter) {
        return new Intent("Choose the vertical axis", state -> {
            View view = state.experiment().view();
            int right = parameter == view.horizontal() ? view.vertical() : view.horizontal();
            return state.with(state.experiment().withView(view.withAxes(right, parameter)));
        });
    }

    /** Colours losses in another way. */
    public static Intent scale(View.Scale scale) {
        return new Intent(
                "Colour by " + scale.text(),
                state -> state.with(
                        state.experiment().withView(state.experiment().view().withScale(scale))));
    }
}
