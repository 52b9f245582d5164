package org.fallline.experiment;

import static org.fallline.experiment.ExperimentCodec.or;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Choice;
import org.fallline.data.Datasets;
import org.fallline.data.Table;
import org.fallline.json.Json;
import org.fallline.nn.Losses;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;

/**
 * A network and what it learns from, as JSON.
 *
 * <pre>
 * {"kind": "network", "dataset": …, "features": […], "layers": […], "loss": …, "batchSize": …}
 * dataset = "circle" | {"kind": "circle", "noise": …, "size": …, "testShare": …, "seed": …}
 *         | {"csv": "x,y,z\n…", "targets": ["z"], "testShare": …, "seed": …}
 * </pre>
 *
 * <p>Layers are {@link LayerCodec}'s.
 */
final class NetworkCodec {
    /** The most names that are listed: a table's columns. */
    private static final int MAX_NAMES = Table.MAX_COLUMNS;

    private static final int MAX_LAYERS = 16;
    private static final int DEFAULT_SEED = 0;
    private static final String LOSS = "meanSquaredError";
    private static final String CSV = "csv";

    private NetworkCodec() {}

    static ProblemSpec.Network read(Field field) {
        Map<String, Field> fields =
                field.members(List.of("kind", "dataset", "features", "layers", "loss", "batchSize"));
        return new ProblemSpec.Network(
                examples(field.require("dataset")),
                or(fields.get("features"), NetworkCodec::names, List.of()),
                field.require("layers").items(1, MAX_LAYERS).stream()
                        .map(LayerCodec::read)
                        .toList(),
                or(
                        fields.get("loss"),
                        loss -> ChoiceCodec.read(loss, Losses.CATALOGUE),
                        Choice.of(Losses.CATALOGUE, LOSS)),
                or(fields.get("batchSize"), size -> size.integer(1, Table.MAX_ROWS), 0));
    }

    private static List<String> names(Field field) {
        List<String> names = new ArrayList<>();
        for (Field item : field.items(1, MAX_NAMES)) {
            String name = item.text(Experiment.MAX_TITLE);
            if (names.contains(name)) {
                throw item.error("\"" + name + "\" is named twice");
            }
            names.add(name);
        }
        return names;
    }

    private static ExamplesSpec examples(Field field) {
        Field csv = field.member(CSV);
        ExamplesSpec.Source source = csv == null ? generated(field) : csv(field, csv);
        return new ExamplesSpec(source, testShare(field), seed(field));
    }

    private static ExamplesSpec.Source generated(Field field) {
        Field size = field.member("size");
        return new ExamplesSpec.Generated(
                ChoiceCodec.read(field, Datasets.CATALOGUE, List.of("size", "testShare", "seed")),
                or(size, f -> f.integer(1, ExamplesSpec.MAX_SIZE), ExamplesSpec.DEFAULT_SIZE));
    }

    private static ExamplesSpec.Source csv(Field field, Field csv) {
        Map<String, Field> fields = field.members(List.of(CSV, "targets", "testShare", "seed"));
        return new ExamplesSpec.Csv(
                csv.text(ExamplesSpec.MAX_CSV), or(fields.get("targets"), NetworkCodec::names, List.of()));
    }

    private static double testShare(Field field) {
        return or(field.member("testShare"), f -> ChoiceCodec.number(f, ExamplesSpec.TEST_SHARE), 0.0);
    }

    private static int seed(Field field) {
        return or(field.member("seed"), f -> f.integer(Integer.MIN_VALUE, Integer.MAX_VALUE), DEFAULT_SEED);
    }

    static Map<String, Json> write(ProblemSpec.Network spec) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", new Json.Str("network"));
        fields.put("dataset", write(spec.examples()));
        if (!spec.features().isEmpty()) {
            fields.put("features", names(spec.features()));
        }
        fields.put(
                "layers",
                new Json.Arr(spec.layers().stream().map(LayerCodec::write).toList()));
        if (!spec.loss().equals(Choice.of(Losses.CATALOGUE, LOSS))) {
            fields.put("loss", ChoiceCodec.write(spec.loss()));
        }
        if (spec.batchSize() != 0) {
            fields.put("batchSize", new Json.Num(spec.batchSize()));
        }
        return fields;
    }

    private static Json names(List<String> names) {
        return new Json.Arr(
                names.stream().map(name -> (Json) new Json.Str(name)).toList());
    }

    private static Json write(ExamplesSpec spec) {
        Map<String, Json> fields = spec.source().accept(new SourceFields());
        if (spec.testShare() != 0) {
            fields.put("testShare", new Json.Num(spec.testShare()));
        }
        if (spec.seed() != DEFAULT_SEED) {
            fields.put("seed", new Json.Num(spec.seed()));
        }
        Json kind = fields.get(ChoiceCodec.KIND);
        return kind != null && fields.size() == 1 ? kind : new Json.Obj(fields);
    }

    /** The fields of a source of examples. */
    private static final class SourceFields implements ExamplesSpec.Source.Visitor<Map<String, Json>> {
        @Override
        public Map<String, Json> generated(ExamplesSpec.Generated source) {
            Map<String, Json> fields = ChoiceCodec.fields(source.generator());
            if (source.size() != ExamplesSpec.DEFAULT_SIZE) {
                fields.put("size", new Json.Num(source.size()));
            }
            return fields;
        }

        @Override
        public Map<String, Json> csv(ExamplesSpec.Csv source) {
            Map<String, Json> fields = new LinkedHashMap<>();
            fields.put(CSV, new Json.Str(source.csv()));
            if (!source.targets().isEmpty()) {
                fields.put("targets", names(source.targets()));
            }
            return fields;
        }
    }
}
