package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.fallline.web.model.LinearIntents;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The numbers that a linear model is given and is to give, while they are few enough to be worked by hand. */
final class LinearPanel implements Panel {
    private static final int MOST_NUMBERS = 24;

    private final Model model;
    private final HTMLElement section = Html.byId("linear-data");
    private final HTMLElement place = Html.byId("linear-fields");
    private final List<HTMLElement> fields = new ArrayList<>();
    private String built = "";

    LinearPanel(Model model) {
        this.model = model;
    }

    @Override
    public void show() {
        boolean isSmall = model.experiment().problem() instanceof ProblemSpec.Linear linear
                && linear.x().shape().size() + linear.y().shape().size() <= MOST_NUMBERS;
        Html.setVisible(section, isSmall);
        if (!isSmall) {
            return;
        }
        ProblemSpec.Linear linear = (ProblemSpec.Linear) model.experiment().problem();
        String key = linear.x().shape() + " " + linear.y().shape();
        if (!key.equals(built)) {
            built = key;
            fields.clear();
            List<HTMLElement> labels = new ArrayList<>();
            add("x", linear.x(), labels);
            add("y", linear.y(), labels);
            Html.replaceChildren(place, labels);
        }
        int inputs = linear.x().shape().size();
        for (int i = 0; i < fields.size(); i++) {
            double value = i < inputs ? linear.x().at(i) : linear.y().at(i - inputs);
            NumberField.show(fields.get(i), value, model.problemNumber());
        }
    }

    private void add(String symbol, Tensor tensor, List<HTMLElement> labels) {
        List<String> names = new ParameterLayout(List.of(symbol), List.of(tensor.shape())).elementNames();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            HTMLElement field = NumberField.ofAny(
                    Words.say("problem.datum", names.get(i)),
                    value -> model.attempt(LinearIntents.set(symbol.equals("x"), index, value)));
            fields.add(field);
            labels.add(Html.element("label", "start", Html.text("span", "symbol", names.get(i)), field));
        }
    }
}
