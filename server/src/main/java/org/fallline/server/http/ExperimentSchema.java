package org.fallline.server.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.autodiff.Moment;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.data.Datasets;
import org.fallline.experiment.Edges;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Look;
import org.fallline.experiment.Opened;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Spelled;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.nn.Losses;
import org.fallline.optim.Descent;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedules;
import org.fallline.problem.Formula;
import org.fallline.problem.TestFunctions;

/**
 * The JSON Schema of an experiment, version 1: its structure, and from the catalogues what there is to choose from and which
 * settings each choice has.
 *
 * <p>A schema cannot say that shapes fit or that a formula can be read, so the codec refuses more than this does.
 */
final class ExperimentSchema {
    private static final String NUMBERS = "{\"type\":\"array\",\"items\":{\"type\":\"number\"}}";

    private ExperimentSchema() {}

    /** The schema as a document of its own. */
    static Json.Obj standalone() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("$schema", new Json.Str("https://json-schema.org/draft/2020-12/schema"));
        members.put("title", new Json.Str("A Fallline experiment, version 1"));
        members.putAll(json().members());
        return new Json.Obj(members);
    }

    static Json.Obj json() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("version", JsonReader.read("{\"const\":1}"));
        fields.put("title", JsonReader.read("{\"type\":\"string\",\"maxLength\":200}"));
        fields.put("notes", JsonReader.read("{\"type\":\"string\",\"maxLength\":10000}"));
        fields.put("seed", JsonReader.read("{\"type\":\"integer\"}"));
        fields.put("problem", oneOf(List.of(named(), typed(), linear(), network())));
        fields.put("start", JsonReader.read(NUMBERS));
        fields.put("steps", whole(0, Experiment.MAX_STEPS));
        fields.put("optimizers", list(oneOf(optimizers()), 1, Experiment.MAX_OPTIMIZERS));
        fields.put("view", view());
        return object(fields, "version", "problem");
    }

    private static Json named() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", constant("function"));
        fields.put("name", names(TestFunctions.CATALOGUE));
        fields.put("domain", domain());
        return object(fields, "kind", "name");
    }

    private static Json typed() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", constant("function"));
        fields.put(
                "formula",
                JsonReader.read("{\"type\":\"string\",\"minLength\":1,\"maxLength\":" + Formula.MAX_LENGTH + "}"));
        fields.put("data", JsonReader.read("{\"type\":\"object\",\"additionalProperties\":" + NUMBERS + "}"));
        fields.put("domain", domain());
        return object(fields, "kind", "formula");
    }

    private static Json domain() {
        return JsonReader.read("{\"type\":\"object\",\"additionalProperties\":"
                + "{\"type\":\"array\",\"items\":{\"type\":\"number\"},\"minItems\":2,\"maxItems\":2}}");
    }

    private static Json linear() {
        String matrix = "{\"type\":\"array\",\"minItems\":1,\"items\":" + NUMBERS + "}";
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", constant("linear"));
        for (String name : List.of("x", "y", "W")) {
            fields.put(name, JsonReader.read(matrix));
        }
        fields.put("b", JsonReader.read(NUMBERS));
        return object(fields, "kind", "x", "y", "W", "b");
    }

    private static Json network() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", constant("network"));
        Map<String, Json> generated = new LinkedHashMap<>();
        generated.put("kind", names(Datasets.CATALOGUE));
        Map<String, Json> withSettings = new LinkedHashMap<>();
        withSettings.put("type", new Json.Str("object"));
        withSettings.put("required", OwnerApi.strings(List.of("kind")));
        withSettings.put("properties", new Json.Obj(generated));
        fields.put(
                "dataset",
                oneOf(List.of(
                        names(Datasets.CATALOGUE),
                        new Json.Obj(withSettings),
                        JsonReader.read("{\"type\":\"object\",\"required\":[\"csv\"],"
                                + "\"properties\":{\"csv\":{\"type\":\"string\"}}}"))));
        fields.put("features", JsonReader.read("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"));
        fields.put("layers", JsonReader.read("{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"object\"}}"));
        Map<String, Json> either = new LinkedHashMap<>();
        either.put(
                "anyOf",
                new Json.Arr(List.of(
                        names(Losses.CATALOGUE), JsonReader.read("{\"type\":\"object\",\"required\":[\"kind\"]}"))));
        fields.put("loss", new Json.Obj(either));
        fields.put("batchSize", JsonReader.read("{\"type\":\"integer\",\"minimum\":1}"));
        return object(fields, "kind", "dataset", "layers");
    }

    private static List<Json> optimizers() {
        List<Json> optimizers = new ArrayList<>();
        for (Entry<?> entry : Optimizers.CATALOGUE.entries()) {
            Map<String, Json> settings = new LinkedHashMap<>();
            entry.settings().forEach(setting -> settings.put(setting.name(), setting(setting)));
            Descent.SETTINGS.forEach(setting -> settings.putIfAbsent(setting.name(), setting(setting)));
            Map<String, Json> change = new LinkedHashMap<>();
            change.put("step", whole(1, Experiment.MAX_STEPS));
            change.putAll(settings);
            Map<String, Json> fields = new LinkedHashMap<>();
            fields.put("kind", constant(entry.name()));
            fields.putAll(settings);
            fields.put("schedule", oneOf(choices(Schedules.CATALOGUE)));
            fields.put("changes", list(object(change, "step"), 0, 1000));
            fields.put("on", JsonReader.read("{\"type\":\"boolean\"}"));
            optimizers.add(object(fields, "kind"));
        }
        return optimizers;
    }

    private static List<Json> choices(Catalogue<?> catalogue) {
        List<Json> choices = new ArrayList<>();
        for (Entry<?> entry : catalogue.entries()) {
            Map<String, Json> fields = new LinkedHashMap<>();
            fields.put("kind", constant(entry.name()));
            entry.settings().forEach(setting -> fields.put(setting.name(), setting(setting)));
            choices.add(object(fields, "kind"));
        }
        return choices;
    }

    private static Json setting(Setting setting) {
        Map<String, Json> schema = new LinkedHashMap<>();
        if (setting.kind() == Setting.Kind.FLAG) {
            schema.put("type", new Json.Str("boolean"));
            schema.put("default", new Json.Bool(setting.initial() != 0));
            return new Json.Obj(schema);
        }
        schema.put("type", new Json.Str(setting.kind() == Setting.Kind.WHOLE ? "integer" : "number"));
        schema.put("description", new Json.Str(setting.label()));
        schema.put("minimum", Json.number(setting.least()));
        if (setting.most() == Setting.BELOW_ONE) {
            schema.put("exclusiveMaximum", new Json.Num(1));
        } else if (Double.isFinite(setting.most())) {
            schema.put("maximum", Json.number(setting.most()));
        }
        schema.put("default", Json.number(setting.initial()));
        return new Json.Obj(schema);
    }

    private static Json view() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("plane", spelled(PlaneSpec.Kind.values()));
        fields.put(
                "axes",
                JsonReader.read(
                        "{\"type\":\"array\",\"minItems\":2,\"maxItems\":2,\"items\":{\"type\":\"integer\",\"minimum\":0}}"));
        fields.put("planeSeed", JsonReader.read("{\"type\":\"integer\"}"));
        fields.put("points", JsonReader.read("{\"type\":\"array\",\"minItems\":2,\"maxItems\":3}"));
        fields.put("walker", whole(0, Experiment.MAX_OPTIMIZERS - 1));
        fields.put("anchor", whole(0, Experiment.MAX_STEPS));
        fields.put("follow", JsonReader.read("{\"type\":\"boolean\"}"));
        fields.put("window", domain());
        fields.put("scale", spelled(Look.Scale.values()));
        fields.put("colors", spelled(Look.Colors.values()));
        fields.put("shading", JsonReader.read("{\"type\":\"boolean\"}"));
        fields.put("projection", spelled(Look.Projection.values()));
        fields.put(
                "camera",
                JsonReader.read("{\"type\":\"array\",\"minItems\":3,\"maxItems\":3,\"items\":{\"type\":\"number\"}}"));
        fields.put("layers", list(spelled(Layer.values()), 0, Layer.values().length));
        fields.put("step", whole(0, Experiment.MAX_STEPS));
        fields.put("optimizer", whole(0, Experiment.MAX_OPTIMIZERS - 1));
        fields.put("computation", computation());
        return object(fields);
    }

    private static Json computation() {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(
                "pass",
                choice(Arrays.stream(Moment.Pass.values())
                        .map(Moment.Pass::text)
                        .toList()));
        fields.put("node", JsonReader.read("{\"type\":\"integer\",\"minimum\":1}"));
        fields.put("open", JsonReader.read("{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":0}}"));
        fields.put("tensor", JsonReader.read("{\"type\":\"string\"}"));
        fields.put("compare", JsonReader.read("{\"type\":\"boolean\"}"));
        fields.put("edges", spelled(Edges.values()));
        fields.put("example", whole(1, Opened.MOST_EXAMPLES));
        return object(fields);
    }

    private static Json names(Catalogue<?> catalogue) {
        return choice(catalogue.entries().stream().map(Entry::name).toList());
    }

    private static Json spelled(Spelled... values) {
        return choice(Arrays.stream(values).map(Spelled::text).toList());
    }

    private static Json choice(List<String> names) {
        return new Json.Obj(Map.of("enum", OwnerApi.strings(names)));
    }

    private static Json constant(String text) {
        return new Json.Obj(Map.of("const", new Json.Str(text)));
    }

    private static Json whole(int least, int most) {
        return JsonReader.read("{\"type\":\"integer\",\"minimum\":" + least + ",\"maximum\":" + most + "}");
    }

    private static Json list(Json items, int least, int most) {
        Map<String, Json> schema = new LinkedHashMap<>();
        schema.put("type", new Json.Str("array"));
        schema.put("minItems", new Json.Num(least));
        schema.put("maxItems", new Json.Num(most));
        schema.put("items", items);
        return new Json.Obj(schema);
    }

    private static Json oneOf(List<? extends Json> schemas) {
        return new Json.Obj(Map.of("oneOf", new Json.Arr(List.copyOf(schemas))));
    }

    private static Json.Obj object(Map<String, Json> fields, String... required) {
        Map<String, Json> schema = new LinkedHashMap<>();
        schema.put("type", new Json.Str("object"));
        schema.put("additionalProperties", new Json.Bool(false));
        if (required.length > 0) {
            schema.put("required", OwnerApi.strings(List.of(required)));
        }
        schema.put("properties", new Json.Obj(fields));
        return new Json.Obj(schema);
    }
}
