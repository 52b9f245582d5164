package org.fallline.experiment;

import static org.fallline.experiment.ExperimentCodec.or;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Setting;
import org.fallline.json.Json;
import org.fallline.nn.Activation;
import org.fallline.nn.Activations;
import org.fallline.nn.BatchNormalization;
import org.fallline.nn.Dense;
import org.fallline.nn.Dropout;
import org.fallline.nn.Initializer;
import org.fallline.nn.Initializers;
import org.fallline.nn.Layer;
import org.fallline.nn.LayerNormalization;
import org.fallline.nn.Normalization;
import org.fallline.nn.Regularization;

/**
 * A layer as JSON.
 *
 * <pre>
 * {"units": 4, "activation": "tanh", "initializer": "heNormal", "regularization": {"l1": 0.01, "l2": 0.01},
 *  "trainable": false}
 * {"kind": "dropout", "rate": 0.5}
 * {"kind": "layerNormalization", "epsilon": 0.001}
 * {"kind": "batchNormalization", "epsilon": 0.001}
 * </pre>
 *
 * <p>A layer of no kind is dense. Activations and initializers with settings of their own are objects: {@code {"kind": "elu",
 * "alpha": 0.5}}.
 */
final class LayerCodec implements Layer.Visitor<Map<String, Json>> {
    private static final int MAX_UNITS = 1000;
    private static final String DENSE = "dense";
    private static final Choice<Activation> LINEAR = Choice.of(Activations.CATALOGUE, "linear");
    private static final Choice<Initializer> GLOROT = Choice.of(Initializers.CATALOGUE, "glorotUniform");
    private static final double MAX_PRICE = 1e6;

    private LayerCodec() {}

    static Layer read(Field field) {
        Field kind = field.member(ChoiceCodec.KIND);
        return switch (kind == null ? DENSE : kind.text(Experiment.MAX_TITLE)) {
            case DENSE -> dense(field);
            case "dropout" -> new Dropout(setting(field, Dropout.RATE));
            case "layerNormalization" -> new LayerNormalization(setting(field, Normalization.EPSILON));
            case "batchNormalization" -> new BatchNormalization(setting(field, Normalization.EPSILON));
            default ->
                throw field.require(ChoiceCodec.KIND)
                        .error(
                                "unknown kind of layer; the kinds are dense, dropout, layerNormalization, batchNormalization");
        };
    }

    private static Layer dense(Field field) {
        Map<String, Field> fields = field.members(
                List.of(ChoiceCodec.KIND, "units", "activation", "initializer", "regularization", "trainable"));
        return new Dense(
                field.require("units").integer(1, MAX_UNITS),
                or(fields.get("activation"), f -> ChoiceCodec.read(f, Activations.CATALOGUE), LINEAR),
                or(fields.get("initializer"), f -> ChoiceCodec.read(f, Initializers.CATALOGUE), GLOROT),
                or(fields.get("regularization"), LayerCodec::regularization, Regularization.NONE),
                or(fields.get("trainable"), Field::flag, true));
    }

    private static Regularization regularization(Field field) {
        Map<String, Field> fields = field.members(List.of("l1", "l2"));
        return new Regularization(price(fields, "l1"), price(fields, "l2"));
    }

    private static double price(Map<String, Field> fields, String name) {
        return or(
                fields.get(name),
                field -> ChoiceCodec.number(
                        field, new Setting(name, name, name, Setting.Kind.LINEAR, 0, MAX_PRICE, 0, 0.1, 0)),
                0.0);
    }

    /** The only setting of a layer that has one. */
    private static double setting(Field field, Setting setting) {
        Map<String, Field> fields = field.members(List.of(ChoiceCodec.KIND, setting.name()));
        return or(fields.get(setting.name()), f -> ChoiceCodec.number(f, setting), setting.initial());
    }

    static Json write(Layer layer) {
        return new Json.Obj(layer.accept(new LayerCodec()));
    }

    @Override
    public Map<String, Json> dense(Dense layer) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("units", new Json.Num(layer.units()));
        if (!layer.activation().equals(LINEAR)) {
            fields.put("activation", ChoiceCodec.write(layer.activation()));
        }
        if (!layer.initializer().equals(GLOROT)) {
            fields.put("initializer", ChoiceCodec.write(layer.initializer()));
        }
        if (!layer.regularization().equals(Regularization.NONE)) {
            Map<String, Json> prices = new LinkedHashMap<>();
            put(prices, "l1", layer.regularization().l1(), 0);
            put(prices, "l2", layer.regularization().l2(), 0);
            fields.put("regularization", new Json.Obj(prices));
        }
        if (!layer.trainable()) {
            fields.put("trainable", new Json.Bool(false));
        }
        return fields;
    }

    @Override
    public Map<String, Json> dropout(Dropout layer) {
        return fields("dropout", Dropout.RATE, layer.rate());
    }

    @Override
    public Map<String, Json> layerNormalization(LayerNormalization layer) {
        return fields("layerNormalization", Normalization.EPSILON, layer.epsilon());
    }

    @Override
    public Map<String, Json> batchNormalization(BatchNormalization layer) {
        return fields("batchNormalization", Normalization.EPSILON, layer.epsilon());
    }

    private static Map<String, Json> fields(String kind, Setting setting, double value) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(ChoiceCodec.KIND, new Json.Str(kind));
        put(fields, setting.name(), value, setting.initial());
        return fields;
    }

    private static void put(Map<String, Json> fields, String name, double value, double initial) {
        if (value != initial) {
            fields.put(name, new Json.Num(value));
        }
    }
}
