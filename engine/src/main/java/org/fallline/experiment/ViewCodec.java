package org.fallline.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.json.Json;

/** The {@code view} of an experiment as JSON. */
final class ViewCodec {
    private static final List<String> FIELDS = List.of("plane", "axes", "scale", "projection", "step");

    private ViewCodec() {}

    static View read(Field field, int parameters, int steps) {
        Map<String, Field> fields = field.members(FIELDS);
        only(fields, "plane", "axes");
        only(fields, "projection", "contour");
        View view = View.DEFAULT;
        Field axes = fields.get("axes");
        if (axes != null) {
            List<Field> pair = axes.items(2, 2);
            view = view.withAxes(
                    pair.get(0).integer(0, parameters - 1), pair.get(1).integer(0, parameters - 1));
            if (view.horizontal() == view.vertical()) {
                throw axes.error("expected two different parameters");
            }
        }
        view = view.withScale(ExperimentCodec.or(fields.get("scale"), ViewCodec::scale, view.scale()));
        return view.withStep(ExperimentCodec.or(fields.get("step"), f -> f.integer(0, steps), view.step()));
    }

    /** A field that has one value so far. */
    private static void only(Map<String, Field> fields, String name, String value) {
        Field field = fields.get(name);
        if (field != null && !field.text(Experiment.MAX_TITLE).equals(value)) {
            throw field.error("expected \"" + value + "\"");
        }
    }

    private static View.Scale scale(Field field) {
        String text = field.text(Experiment.MAX_TITLE);
        for (View.Scale scale : View.Scale.values()) {
            if (scale.text().equals(text)) {
                return scale;
            }
        }
        throw field.error("expected \"linear\" or \"log\"");
    }

    static Json write(View view) {
        Map<String, Json> fields = new LinkedHashMap<>();
        if (view.horizontal() != View.DEFAULT.horizontal() || view.vertical() != View.DEFAULT.vertical()) {
            fields.put("axes", Json.Arr.of(view.horizontal(), view.vertical()));
        }
        if (view.scale() != View.DEFAULT.scale()) {
            fields.put("scale", new Json.Str(view.scale().text()));
        }
        if (view.step() != 0) {
            fields.put("step", new Json.Num(view.step()));
        }
        return new Json.Obj(fields);
    }
}
