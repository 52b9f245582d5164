package org.fallline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.catalogue.Choice;
import org.fallline.data.Datasets;
import org.fallline.nn.Activations;
import org.fallline.nn.BatchNormalization;
import org.fallline.nn.Dense;
import org.fallline.nn.Dropout;
import org.fallline.nn.Initializers;
import org.fallline.nn.LayerNormalization;
import org.fallline.nn.Losses;
import org.fallline.nn.Regularization;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCodecTest {
    private static final String LAYERS = "'layers':[{'units':1}]";

    private static String network(String fields) {
        return ("{'version':1,'problem':{'kind':'network'" + (fields.isEmpty() ? "" : ",") + fields + "}}")
                .replace('\'', '"');
    }

    @Test
    void read_everyField_isWhatItSays() {
        Experiment experiment = ExperimentCodec.read("""
                { "version": 1, "seed": 3,
                  "problem": { "kind": "network",
                    "dataset": {"kind": "xor", "noise": 0.2, "size": 90, "testShare": 0.5, "seed": 5},
                    "features": ["x", "xTimesY"],
                    "layers": [
                      {"kind": "dense", "units": 4, "activation": {"kind": "elu", "alpha": 0.5},
                       "initializer": "heNormal", "regularization": {"l1": 0.01, "l2": 0.1}},
                      {"kind": "dropout", "rate": 0.2},
                      {"kind": "layerNormalization", "epsilon": 0.01},
                      {"kind": "batchNormalization"},
                      {"units": 1, "activation": "sigmoid", "initializer": {"kind": "constant", "value": 0.5}}],
                    "loss": {"kind": "huber", "delta": 2},
                    "batchSize": 15 } }
                """);
        ProblemSpec.Network expected = new ProblemSpec.Network(
                new ExamplesSpec(
                        new ExamplesSpec.Generated(
                                Choice.of(Datasets.CATALOGUE, "xor").with("noise", 0.2), 90),
                        0.5,
                        5),
                List.of("x", "xTimesY"),
                List.of(
                        Dense.of(4, "linear")
                                .with(Choice.of(Activations.CATALOGUE, "elu").with("alpha", 0.5))
                                .withInitializer(Choice.of(Initializers.CATALOGUE, "heNormal"))
                                .with(new Regularization(0.01, 0.1)),
                        new Dropout(0.2),
                        new LayerNormalization(0.01),
                        new BatchNormalization(0.001),
                        Dense.of(1, "sigmoid")
                                .withInitializer(Choice.of(Initializers.CATALOGUE, "constant")
                                        .with("value", 0.5))),
                Choice.of(Losses.CATALOGUE, "huber").with("delta", 2),
                15);
        assertEquals(expected, experiment.problem());
        assertEquals(expected.problem(3).start(), experiment.start());
        assertEquals(0.5, experiment.start().get(28));
        assertEquals(experiment, ExperimentCodec.read(ExperimentCodec.write(experiment)));
    }

    @Test
    void read_csv_isTheTable() {
        ProblemSpec.Network spec = (ProblemSpec.Network)
                ExperimentCodec.read(network("'dataset':{'csv':'a;b;c\\n1,5;2;3\\n4;5;6','targets':['b']}," + LAYERS))
                        .problem();
        assertEquals(
                new ExamplesSpec(new ExamplesSpec.Csv("a;b;c\n1,5;2;3\n4;5;6", List.of("b")), 0, 0), spec.examples());
        assertEquals(List.of("a", "c"), spec.learning(0).split().train().inputs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // as written | as it is written again
                "'dataset':'circle','layers':[{'units':1}] | 'dataset':'circle','layers':[{'units':1}]",
                "'dataset':{'kind':'circle','size':200,'noise':0,'testShare':0,'seed':0},'layers':[{'kind':'dense','units':1,"
                        + "'activation':'linear','initializer':'glorotUniform','regularization':{'l1':0}}],"
                        + "'loss':{'kind':'meanSquaredError'},'batchSize':200,'features':['x','y']"
                        + " | 'dataset':'circle','layers':[{'units':1}]",
                "'dataset':{'kind':'circle','testShare':0.5},'layers':[{'kind':'dropout','rate':0.5},{'units':1}],'batchSize':100"
                        + " | 'dataset':{'kind':'circle','testShare':0.5},'layers':[{'kind':'dropout'},{'units':1}]",
                "'dataset':{'kind':'moons','noise':0.1},'layers':[{'units':1,'activation':{'kind':'elu','alpha':1}}],'features':"
                        + "['y','x'] | 'dataset':'moons','features':['y','x'],'layers':[{'units':1,'activation':'elu'}]"
            })
    void write_whatIsSaidOfDefaults_isLeftOut(String given, String written) {
        Experiment experiment = ExperimentCodec.read(network(given));
        assertEquals(network(written), ExperimentCodec.write(experiment));
        assertEquals(experiment, ExperimentCodec.read(network(written)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // fields | pointer below the problem | part of the message
                "'layers':[{'units':1}] |  | the field \"dataset\" is missing",
                "'dataset':'circle' |  | the field \"layers\" is missing",
                "'dataset':'circle','layers':[{'units':1}],'epochs':3 | /epochs | unknown field \"epochs\"; the fields here are"
                        + " kind, dataset, features, layers, loss, batchSize",
                "'dataset':3,'layers':[{'units':1}] | /dataset | expected an object but found a number",
                "'dataset':'circles','layers':[{'units':1}] | /dataset | unknown dataset; the datasets are circle, xor",
                "'dataset':{'kind':'circles'},'layers':[{'units':1}] | /dataset/kind | unknown dataset",
                "'dataset':{'kind':'circle','noise':-1},'layers':[{'units':1}] | /dataset/noise | expected a number from 0 to 10",
                "'dataset':{'kind':'circle','size':0},'layers':[{'units':1}] | /dataset/size"
                        + " | expected a whole number from 1 to 2000 but found 0",
                "'dataset':{'kind':'circle','testShare':1},'layers':[{'units':1}] | /dataset/testShare"
                        + " | expected a number from 0 up to but not including 1",
                "'dataset':{'kind':'circle','csv':''},'layers':[{'units':1}] | /dataset/kind | unknown field \"kind\"",
                "'dataset':{'csv':'x,y\\n1,2\\n3,b'},'layers':[{'units':1}] | /dataset/csv"
                        + " | line 3, column 2: expected a number",
                "'dataset':{'csv':'x,y\\n1,2','targets':['z']},'layers':[{'units':1}] | /dataset"
                        + " | there is no column \"z\"; there is x, y",
                "'dataset':{'csv':'x,y\\n1,2','targets':['x','x']},'layers':[{'units':1}] | /dataset/targets/1 | \"x\" is named twice",
                "'dataset':{'csv':'x,k\\n1,a\\n2,a'},'layers':[{'units':1}] | /dataset | all examples are of one class",
                "'dataset':'circle','layers':[{'units':1}],'features':['z'] | /features | there is no feature \"z\"",
                "'dataset':'circle','layers':[{'units':1}],'features':[] | /features | expected 1 to 100 items but found 0",
                "'dataset':'circle','layers':[] | /layers | expected 1 to 16 items but found 0",
                "'dataset':'circle','layers':[{}] | /layers/0 | the field \"units\" is missing",
                "'dataset':'circle','layers':[{'units':0}] | /layers/0/units | expected a whole number from 1 to 1000",
                "'dataset':'circle','layers':[{'units':1,'rate':1}] | /layers/0/rate | unknown field \"rate\"",
                "'dataset':'circle','layers':[{'units':1,'activation':'tan'}] | /layers/0/activation"
                        + " | unknown activation; the activations are linear, tanh",
                "'dataset':'circle','layers':[{'units':1,'activation':{'kind':'tanh','alpha':1}}] | /layers/0/activation/alpha"
                        + " | unknown field \"alpha\"; the fields here are kind",
                "'dataset':'circle','layers':[{'units':1,'activation':{'kind':'elu','alpha':-1}}] | /layers/0/activation/alpha"
                        + " | expected a number from 0 to 100",
                "'dataset':'circle','layers':[{'units':1,'initializer':'he'}] | /layers/0/initializer | unknown initializer",
                "'dataset':'circle','layers':[{'units':1,'regularization':{'l3':1}}] | /layers/0/regularization/l3"
                        + " | unknown field \"l3\"; the fields here are l1, l2",
                "'dataset':'circle','layers':[{'units':1,'regularization':{'l2':-1}}] | /layers/0/regularization/l2"
                        + " | expected a number from 0 to 1000000",
                "'dataset':'circle','layers':[{'kind':'conv'},{'units':1}] | /layers/0/kind"
                        + " | the kinds are dense, dropout, layerNormalization, batchNormalization",
                "'dataset':'circle','layers':[{'kind':'dropout','rate':1},{'units':1}] | /layers/0/rate"
                        + " | expected a number from 0 up to but not including 1",
                "'dataset':'circle','layers':[{'kind':'dropout','units':1},{'units':1}] | /layers/0/units | unknown field",
                "'dataset':'circle','layers':[{'kind':'batchNormalization','epsilon':0},{'units':1}] | /layers/0/epsilon"
                        + " | expected a number from 1e-12 to 1",
                "'dataset':'circle','layers':[{'units':3}] | /layers"
                        + " | the last layer has 3 units but the examples have 2 classes: expected 1 or 2",
                "'dataset':'line','layers':[{'units':2}] | /layers | the last layer has 2 units",
                "'dataset':'circle','layers':[{'units':1}],'loss':'categoricalCrossentropy' | /layers"
                        + " | the last layer has 1 unit but the examples have 2 classes: expected 2",
                "'dataset':'circle','layers':[{'units':100},{'units':101},{'units':1}] | /layers"
                        + " | expected at most 10000 parameters",
                "'dataset':{'kind':'circle','size':2000},'layers':[{'units':1},{'units':500},{'units':1}] | /layers"
                        + " | expected at most 250, which is what fits with 2000 examples",
                "'dataset':'circle','layers':[{'units':1}],'loss':'mse' | /loss | unknown loss; the losses are meanSquaredError",
                "'dataset':'circle','layers':[{'units':1}],'loss':{'kind':'huber','delta':0} | /loss/delta | expected a number",
                "'dataset':'line','layers':[{'units':1}],'loss':'binaryCrossentropy' | /loss | expected targets from 0 to 1",
                "'dataset':'line','layers':[{'units':1}],'loss':'hinge' | /loss | expected targets that are −1 or 1, or 0 or 1",
                "'dataset':'circle','layers':[{'units':1}],'batchSize':0 | /batchSize | expected a whole number from 1 to 10000",
                "'dataset':'circle','layers':[{'units':1}],'batchSize':201 | /batchSize"
                        + " | a batch of 201 from 200 examples to train with: expected 1 to 200"
            })
    void read_wrongNetwork_isRefusedWithThePathAndWhatWouldBeRight(String fields, String pointer, String message) {
        ExperimentException e =
                assertThrows(ExperimentException.class, () -> ExperimentCodec.read(network(fields)), fields);
        assertEquals("/problem" + (pointer == null ? "" : pointer), e.pointer());
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
    }
}
