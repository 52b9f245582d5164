package org.fallline.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fallline.autodiff.Graph;
import org.fallline.json.Json;

/** The {@code view} of an experiment as JSON. */
final class ViewCodec {
    static final List<String> FIELDS = List.of(
            "plane",
            "axes",
            "planeSeed",
            "points",
            "walker",
            "anchor",
            "follow",
            "window",
            "scale",
            "colors",
            "shading",
            "projection",
            "camera",
            "layers",
            "step",
            "optimizer",
            "computation");

    private ViewCodec() {}

    /** {@code graph} makes what the problem computes. */
    static View read(Field field, CutCodec.Limits limits, Supplier<Graph> graph) {
        Map<String, Field> fields = field.members(FIELDS);
        Cut cut = CutCodec.read(field, fields, limits);
        int step = ExperimentCodec.or(fields.get("step"), f -> f.integer(0, limits.steps()), 0);
        int optimizer = ExperimentCodec.or(fields.get("optimizer"), f -> f.integer(0, limits.lastOptimizer()), 0);
        Opened opened = ExperimentCodec.or(fields.get("computation"), f -> OpenedCodec.read(f, graph), Opened.DEFAULT);
        return new View(cut, look(fields), step, optimizer, opened);
    }

    private static Look look(Map<String, Field> fields) {
        Look plain = Look.DEFAULT;
        Look look = new Look(
                ExperimentCodec.or(fields.get("scale"), f -> spelled(f, Look.Scale.values()), plain.scale()),
                ExperimentCodec.or(fields.get("colors"), f -> spelled(f, Look.Colors.values()), plain.colors()),
                ExperimentCodec.or(fields.get("shading"), Field::flag, plain.shaded()),
                ExperimentCodec.or(
                        fields.get("projection"), f -> spelled(f, Look.Projection.values()), plain.projection()),
                ExperimentCodec.or(fields.get("camera"), ViewCodec::camera, plain.camera()),
                List.of());
        Field layers = fields.get("layers");
        if (layers != null) {
            for (Field layer : layers.items(0, Layer.values().length)) {
                look = look.withLayer(spelled(layer, Layer.values()), true);
            }
        }
        return look;
    }

    private static Camera camera(Field field) {
        List<Field> numbers = field.items(3, 3);
        try {
            return new Camera(
                    numbers.get(0).number(),
                    numbers.get(1).number(),
                    numbers.get(2).number());
        } catch (IllegalArgumentException e) {
            throw field.error(String.valueOf(e.getMessage()));
        }
    }

    /** The value that a text spells. */
    static <T extends Spelled> T spelled(Field field, T[] values) {
        return spelled(field, values, Spelled::text);
    }

    /** The value that a text spells. */
    static <T> T spelled(Field field, T[] values, Function<T, String> spelling) {
        String text = field.text(Experiment.MAX_TITLE);
        StringBuilder expected = new StringBuilder();
        for (T value : values) {
            if (spelling.apply(value).equals(text)) {
                return value;
            }
            expected.append(expected.length() == 0 ? "" : " or ")
                    .append('"')
                    .append(spelling.apply(value))
                    .append('"');
        }
        throw field.error("expected " + expected);
    }

    static Json write(View view, int steps) {
        Map<String, Json> fields = new LinkedHashMap<>();
        CutCodec.write(view.cut(), steps, fields);
        Look look = view.look();
        spell(fields, "scale", look.scale(), Look.DEFAULT.scale());
        spell(fields, "colors", look.colors(), Look.DEFAULT.colors());
        if (!look.shaded()) {
            fields.put("shading", new Json.Bool(false));
        }
        spell(fields, "projection", look.projection(), Look.DEFAULT.projection());
        Camera camera = look.camera();
        if (!camera.equals(Camera.DEFAULT)) {
            fields.put("camera", Json.Arr.of(camera.azimuth(), camera.elevation(), camera.zoom()));
        }
        if (!look.layers().isEmpty()) {
            fields.put(
                    "layers",
                    new Json.Arr(look.layers().stream()
                            .map(layer -> (Json) new Json.Str(layer.text()))
                            .toList()));
        }
        if (view.step() != 0) {
            fields.put("step", new Json.Num(view.step()));
        }
        if (view.optimizer() != 0) {
            fields.put("optimizer", new Json.Num(view.optimizer()));
        }
        if (!view.computation().equals(Opened.DEFAULT)) {
            fields.put("computation", OpenedCodec.write(view.computation()));
        }
        return new Json.Obj(fields);
    }

    static void spell(Map<String, Json> fields, String name, Spelled value, Spelled plain) {
        if (!Objects.equals(value, plain)) {
            fields.put(name, new Json.Str(value.text()));
        }
    }
}
