package org.fallline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fallline.problem.Interval;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentCodecTest {
    /** An experiment whose other fields are these, written with single quotes. */
    static String with(String fields) {
        return ("{'version':1,'problem':{'kind':'function','name':'sphere'}" + fields + "}").replace('\'', '"');
    }

    /** An experiment of this problem. */
    static String of(String problem) {
        return ("{'version':1,'problem':" + problem + "}").replace('\'', '"');
    }

    static String linear(String fields) {
        return of("{'kind':'linear'," + fields + "}");
    }

    @Test
    void read_theDesignsExample_isWhatItSays() {
        Experiment experiment = ExperimentCodec.read("""
                { "version": 1, "title": "Momentum in a ravine", "notes": "…", "seed": 7,
                  "problem": { "kind": "function", "formula": "(1-x)^2 + 100*(y-x^2)^2", "domain": {"x": [-2, 2], "y": [-1, 3]} },
                  "start": [-1.5, 2], "steps": 300,
                  "optimizers": [ {"kind": "sgd", "learningRate": 0.001, "momentum": 0.9}, {"kind": "adam", "learningRate": 0.05} ],
                  "view": { "plane": "axes", "scale": "log", "projection": "contour", "step": 120 } }
                """);
        assertEquals("Momentum in a ravine", experiment.title());
        assertEquals("…", experiment.notes());
        assertEquals(7, experiment.seed());
        assertEquals(List.of(-1.5, 2.0), experiment.start());
        assertEquals(300, experiment.steps());
        assertEquals(
                List.of(
                        OptimizerSpec.of("sgd").with("learningRate", 0.001).with("momentum", 0.9),
                        OptimizerSpec.of("adam").with("learningRate", 0.05)),
                experiment.optimizers());
        assertEquals(View.DEFAULT.withStep(120), experiment.view());
    }

    @Test
    void read_versionAndProblemOnly_hasEveryDefault() {
        Experiment experiment = ExperimentCodec.read(of("{'kind':'function','formula':'x^2 + z'}"));
        assertEquals(Experiment.of(new ProblemSpec.Function("", "x^2 + z", Map.of())), experiment);
        assertEquals("", experiment.title());
        assertEquals(0, experiment.seed());
        assertEquals(List.of(-3.0, 2.5), experiment.start());
        assertEquals(100, experiment.steps());
        assertEquals(List.of(OptimizerSpec.of("sgd")), experiment.optimizers());
        assertEquals(View.DEFAULT, experiment.view());
    }

    @Test
    void read_kerasDefaults_areKeras() {
        // Keras 3 API reference, "Optimizers": SGD, RMSprop, Adam.
        assertEquals(
                "[0.01, 0.0, 0.0]", OptimizerSpec.of("sgd").values().numbers().toString());
        assertEquals(
                "[0.001, 0.9, 0.0, 1.0E-7, 0.0]",
                OptimizerSpec.of("rmsprop").values().numbers().toString());
        assertEquals(
                "[0.001, 0.9, 0.999, 1.0E-7, 0.0]",
                OptimizerSpec.of("adam").values().numbers().toString());
        // Adagrad, Adadelta, AdamW, Adamax, Nadam, Lion, Ftrl.
        List<String> defaults = Stream.of("adagrad", "adadelta", "adamw", "adamax", "nadam", "lion", "ftrl")
                .map(kind -> OptimizerSpec.of(kind).values().numbers().toString())
                .toList();
        assertEquals(
                List.of(
                        "[0.001, 0.1, 1.0E-7]",
                        "[0.001, 0.95, 1.0E-7]",
                        "[0.001, 0.004, 0.9, 0.999, 1.0E-7, 0.0]",
                        "[0.001, 0.9, 0.999, 1.0E-7]",
                        "[0.001, 0.9, 0.999, 1.0E-7]",
                        "[0.001, 0.9, 0.99]",
                        "[0.001, -0.5, 0.1, 0.0, 0.0, 0.0, 0.0]"),
                defaults);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // fields, as somebody may write them | fields of the canonical text
                "~~ | ~~",
                ", 'title':'','notes':'','seed':0,'start':[-3,2.5],'steps':100,'optimizers':[{'kind':'sgd'}],'view':{} | ~~",
                ", 'view':{'plane':'axes','axes':[0,1],'scale':'log','projection':'contour','step':0} | ~~",
                ", 'optimizers':[{'kind':'sgd','learningRate':0.01,'momentum':0,'nesterov':false}] | ~~",
                ", 'optimizers':[{'nesterov':true,'momentum':0.90,'kind':'sgd'}]"
                        + " | ,'optimizers':[{'kind':'sgd','momentum':0.9,'nesterov':true}]",
                ", 'optimizers':[{'kind':'sgd','momentum':-0}] | ~~",
                ", 'optimizers':[{'kind':'sgd','clipNorm':0,'emaMomentum':0,'schedule':{'kind':'constant'}}] | ~~",
                ", 'optimizers':[{'kind':'adamw','weightDecay':0.004},{'kind':'adam','weightDecay':0}]"
                        + " | ,'optimizers':[{'kind':'adamw'},{'kind':'adam'}]",
                ", 'optimizers':[{'schedule':{'warmupSteps':10,'decaySteps':200,'kind':'cosine','alpha':0},'emaMomentum':0.9,"
                        + "'weightDecay':0.5,'clipNorm':1,'kind':'adam'}] | ,'optimizers':[{'kind':'adam','weightDecay':0.5,"
                        + "'clipNorm':1,'emaMomentum':0.9,'schedule':{'kind':'cosine','decaySteps':200,'warmupSteps':10}}]",
                ", 'optimizers':[{'kind':'sgd','schedule':{'kind':'constant','warmupSteps':3}}]"
                        + " | ,'optimizers':[{'kind':'sgd','schedule':{'kind':'constant','warmupSteps':3}}]",
                ", 'steps':3e1,'title':'t' | ~~",
                ", 'start':[-0,1.0] | ,'start':[-0,1]"
            })
    void write_whatWasRead_isCanonical(String fields, String canonical) {
        Experiment experiment = ExperimentCodec.read(with(fields));
        String text = ExperimentCodec.write(experiment);
        assertEquals(experiment, ExperimentCodec.read(text));
        // The title stands before the problem.
        String expected = fields.contains("'title':'t'")
                ? "{'version':1,'title':'t','problem':{'kind':'function','name':'sphere'},'steps':30}"
                        .replace('\'', '"')
                : with(canonical);
        assertEquals(expected, text);
    }

    @Test
    void write_equalDomainsInAnyOrder_haveOneText() {
        String canonical = of("{'kind':'function','formula':'y + x','domain':{'y':[1,2],'x':[0,1]}}");
        Experiment one = ExperimentCodec.read(canonical);
        Experiment other =
                ExperimentCodec.read(of("{'kind':'function','formula':'y + x','domain':{'x':[0,1],'y':[1,2]}}"));
        assertEquals(one, other);
        assertEquals(canonical, ExperimentCodec.write(one));
        assertEquals(canonical, ExperimentCodec.write(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // problem, as somebody may write it | problem of the canonical text
                "'name':'sphere','domain':{} | 'name':'sphere'",
                "'name':'sphere','domain':{'x':[-4,4],'y':[-4,4]} | 'name':'sphere'",
                "'formula':'y + x','domain':{'x':[-4,4],'y':[0,1]} | 'formula':'y + x','domain':{'y':[0,1]}",
                "'formula':'a','data':{} | 'formula':'a'",
                "'domain':{'a':[0,1]},'data':{'y':[1,2],'x':[3e0,-0.50]},'formula':'mean(a x - y)'"
                        + " | 'formula':'mean(a x - y)','data':{'x':[3,-0.5],'y':[1,2]},'domain':{'a':[0,1]}",
                "'formula':'y + x','domain':{'x':[-4,5]} | 'formula':'y + x','domain':{'x':[-4,5]}"
            })
    void write_function_saysWhatIsNotItsOwnInOneOrder(String written, String canonical) {
        Experiment experiment = ExperimentCodec.read(of("{'kind':'function'," + written + "}"));
        String text = ExperimentCodec.write(experiment);
        assertEquals(of("{'kind':'function'," + canonical + "}"), text);
        assertEquals(experiment, ExperimentCodec.read(text));
    }

    @Test
    void write_linearModel_isReadAgain() {
        Experiment chapter = Experiment.of(new ProblemSpec.Linear(
                Tensor.matrix(new double[][] {{1, 2}}),
                Tensor.matrix(new double[][] {{1}}),
                Tensor.matrix(new double[][] {{0.1}, {0.2}}),
                Tensor.vector(0.3)));
        String text = linear("'x':[[1,2]],'y':[[1]],'W':[[0.1],[0.2]],'b':[0.3]");
        assertEquals(text, ExperimentCodec.write(chapter));
        assertEquals(chapter, ExperimentCodec.read(text));
    }

    @ParameterizedTest
    @CsvSource({"1e9", "-1e17", "1e300", "5e-324", "0"})
    void read_linearModelOfAnyWeight_canBePictured(String weight) {
        Experiment experiment = ExperimentCodec.read(linear("'x':[[1]],'y':[[1]],'W':[[" + weight + "]],'b':[0.3]"));
        Interval domain =
                experiment.problem().problem(experiment.seed()).domain().get(0);
        double value = experiment.start().get(0);
        assertTrue(domain.from() < value && value < domain.to(), domain.toString());
    }

    @Test
    void write_thenRead_givesTheSameExperimentAndText() {
        Cases.forEachSeed(2000, random -> {
            Experiment experiment = RandomExperiment.of(random);
            String text = ExperimentCodec.write(experiment);
            assertEquals(experiment, ExperimentCodec.read(text), text);
            assertEquals(text, ExperimentCodec.write(ExperimentCodec.read(text)));
            assertEquals(text, ExperimentCodec.canonical(ExperimentCodec.writeWithStart(experiment)));
            assertEquals(experiment, ExperimentCodec.read(ExperimentCodec.writeWithStart(experiment)), text);
            Cut cut = experiment.view().cut();
            assertEquals(
                    cut,
                    ExperimentCodec.readCut(
                            ExperimentCodec.writeCut(cut), experiment.start().size()));
        });
    }
}
