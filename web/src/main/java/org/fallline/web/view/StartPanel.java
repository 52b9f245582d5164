package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.experiment.Experiment;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Shape;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** Where a descent begins: a field a number; the numbers of a network by layer, each tensor a table that opens on demand. */
final class StartPanel implements Panel {
    /** The most numbers of a tensor that have fields: beyond them nobody looks for one. */
    private static final int MOST_FIELDS = 640;

    private final Model model;
    private final HTMLElement starts = Html.byId("starts");
    private final List<Field> fields = new ArrayList<>();
    private int named = -1;
    private ParameterLayout layout = new ParameterLayout(List.of(), List.of());
    private boolean tables;

    /** A field, and which parameter it shows. */
    private record Field(int parameter, HTMLElement element) {}

    StartPanel(Model model) {
        this.model = model;
    }

    @Override
    public void show() {
        Experiment experiment = model.experiment();
        if (named != model.problemNumber()) {
            named = model.problemNumber();
            boolean isNetwork = experiment.problem() instanceof ProblemSpec.Network;
            ParameterLayout wanted = model.problem().layout();
            if (!wanted.equals(layout) || isNetwork != tables) {
                layout = wanted;
                tables = isNetwork;
                build();
            }
        }
        for (Field field : fields) {
            NumberField.show(field.element(), experiment.start().get(field.parameter()), named);
        }
    }

    private void build() {
        fields.clear();
        List<HTMLElement> parts = new ArrayList<>();
        List<String> names = layout.elementNames();
        if (tables) {
            for (int i = 0; i < layout.names().size(); i++) {
                parts.add(table(i, names));
            }
        } else {
            for (int i = 0; i < names.size(); i++) {
                parts.add(Html.element(
                        "label", "start", Html.text("span", "symbol", names.get(i)), field(i, names.get(i))));
            }
        }
        starts.setClassName(tables ? "weights" : "starts");
        Html.replaceChildren(starts, parts);
    }

    /** A tensor; its fields are made when it is opened. */
    private HTMLElement table(int tensor, List<String> names) {
        Shape shape = layout.shapes().get(tensor);
        boolean isMatrix = shape.rank() == 2;
        int rows = isMatrix ? shape.extent(0) : 1;
        int columns = shape.extent(-1);
        HTMLElement summary = Html.element(
                "summary",
                "",
                Html.text("span", "symbol", layout.names().get(tensor)),
                Html.text("span", "hint", isMatrix ? rows + " × " + columns : "" + columns));
        HTMLElement details = Html.element("details", "tensor", summary);
        Html.on(details, "toggle", event -> {
            if (details.getChildren().getLength() == 1) {
                details.appendChild(
                        shape.size() > MOST_FIELDS
                                ? Html.text("p", "hint", Words.say("start.many", shape.size()))
                                : grid(tensor, rows, columns, names));
                named = -1;
                show();
            }
        });
        return details;
    }

    private HTMLElement grid(int tensor, int rows, int columns, List<String> names) {
        HTMLElement head = Html.element("tr", "", Html.element("td", ""));
        for (int j = 0; j < columns; j++) {
            head.appendChild(header("col", Words.say("start.to", j + 1)));
        }
        HTMLElement body = Html.element("tbody", "", head);
        int at = layout.offset(tensor);
        for (int i = 0; i < rows; i++) {
            HTMLElement row = Html.element("tr", "", header("row", rows == 1 ? "" : Words.say("start.from", i + 1)));
            for (int j = 0; j < columns; j++) {
                row.appendChild(Html.element("td", "", field(at, names.get(at))));
                at++;
            }
            body.appendChild(row);
        }
        HTMLElement scroller = Html.element("div", "scroller", Html.element("table", "", body));
        scroller.setAttribute("role", "group");
        scroller.setAttribute("aria-label", Words.say("start.of", layout.names().get(tensor)));
        return scroller;
    }

    private static HTMLElement header(String scope, String text) {
        HTMLElement header = Html.text(text.isEmpty() ? "td" : "th", "", text);
        if (!text.isEmpty()) {
            header.setAttribute("scope", scope);
        }
        return header;
    }

    private HTMLElement field(int parameter, String name) {
        HTMLElement field = NumberField.ofAny(
                Words.say("start.field", name), value -> model.dispatch(ProblemIntents.startWith(parameter, value)));
        fields.add(new Field(parameter, field));
        return field;
    }
}
