package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.catalogue.Choice;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.Walker;
import org.fallline.nn.Dense;
import org.fallline.nn.Losses;
import org.fallline.optim.Sgd;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks, examples and losses, joined. */
class LearningTest {
    private static Experiment network(String fields, int steps, double rate) {
        return ExperimentCodec.read(("{'version':1,'seed':7,'problem':{'kind':'network'," + fields + "},'steps':"
                        + steps + ",'optimizers':[{'kind':'adam','learningRate':" + rate + "}]}")
                .replace('\'', '"'));
    }

    private static Learning learning(Experiment experiment) {
        return ((ProblemSpec.Network) experiment.problem()).learning(experiment.seed());
    }

    private static Learning learning(String fields) {
        return learning(network(fields, 1, 0.01));
    }

    private static double[] trained(Experiment experiment) {
        Trajectory trajectory = Run.of(experiment).trajectories().get(0);
        assertNull(trajectory.ending());
        return trajectory.params(experiment.steps());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // what | steps | rate | least share of examples kept for the test that are told right
                "'dataset':{'kind':'xor','testShare':0.5,'size':400},'layers':[{'units':4,'activation':'tanh'},{'units':1,"
                        + "'activation':'sigmoid'}],'loss':'binaryCrossentropy','batchSize':10 | 1000 | 0.03 | 0.95",
                "'dataset':{'kind':'circle','testShare':0.5,'size':400},'layers':[{'units':4,'activation':'tanh'},{'units':1,"
                        + "'activation':'tanh'}],'batchSize':10 | 1000 | 0.03 | 0.95",
                "'dataset':{'kind':'circle','testShare':0.5,'size':400},'layers':[{'units':1}],'features':['xSquared','ySquared'],"
                        + "'loss':{'kind':'binaryCrossentropy','fromLogits':true} | 300 | 0.1 | 0.95",
                "'dataset':{'kind':'moons','testShare':0.5,'size':400},'layers':[{'units':8,'activation':'relu',"
                        + "'initializer':'heNormal'},{'kind':'dropout','rate':0.1},{'units':2,'activation':'softmax'}],"
                        + "'loss':'categoricalCrossentropy','batchSize':20 | 1000 | 0.03 | 0.95",
                "'dataset':{'kind':'gaussians','testShare':0.5},'layers':[{'units':1}],'loss':'hinge','batchSize':16"
                        + " | 300 | 0.03 | 0.95",
                "'dataset':{'kind':'checkerboard','testShare':0.3,'size':2000},'layers':[{'units':24,'activation':'tanh'},"
                        + "{'kind':'batchNormalization'},{'units':16,'activation':'tanh'},{'units':1,'activation':'sigmoid'}],"
                        + "'loss':'binaryCrossentropy','batchSize':50 | 3000 | 0.01 | 0.9",
                "'dataset':{'kind':'sine','noise':0,'testShare':0.5},'layers':[{'units':8,'activation':'tanh'},{'units':1}]"
                        + " | 2000 | 0.03 | 0.99"
            })
    void descent_byAdamFromASeed_learnsTheDataset(String fields, int steps, double rate, double least) {
        Experiment experiment = network(fields, steps, rate);
        Evaluation test = learning(experiment).test();
        assertNotNull(test);
        double[] params = trained(experiment);
        double reached = test.metric(params);
        assertTrue(reached >= least, test.metric() + " of " + reached + " after " + steps + " steps");
        assertTrue(test.loss(params) < test.loss(start(experiment)));
    }

    private static double[] start(Experiment experiment) {
        return experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void run_ofBatches_twiceAndFromTheMiddle_givesTheSameBits() {
        Experiment experiment = network(
                "'dataset':'circle','layers':[{'units':4,'activation':'tanh'},{'kind':'dropout','rate':0.5},"
                        + "{'units':1,'activation':'tanh'}],'batchSize':7",
                100,
                0.01);
        Trajectory first = Run.of(experiment).trajectories().get(0);
        Trajectory second = Run.of(ExperimentCodec.read(ExperimentCodec.write(experiment)))
                .trajectories()
                .get(0);
        assertArrayEquals(first.allParams(), second.allParams());
        assertArrayEquals(first.losses(), second.losses());
        Run run = Run.of(experiment);
        for (int step : new int[] {73, 5, 0}) {
            Walker walker = run.walkerAt(0, step);
            assertArrayEquals(first.params(step), walker.params());
            assertArrayEquals(first.gradient(step), walker.gradient());
            assertEquals(first.loss(step), walker.loss());
        }
    }

    @Test
    void seed_ofAnExperiment_changesStartAndBatchesButNotTheExamples() {
        ProblemSpec.Network spec =
                (ProblemSpec.Network) network("'dataset':'circle','layers':[{'units':1}],'batchSize':5", 1, 0.1)
                        .problem();
        assertEquals(spec.learning(1).split(), spec.learning(2).split());
        assertTrue(!spec.problem(1).start().equals(spec.problem(2).start()));
        double[][] data = new double[2][15];
        for (int seed = 0; seed < 2; seed++) {
            Sampling sampling = spec.problem(seed).sampling();
            assertNotNull(sampling);
            sampling.feed().get().fill(3, data[seed]);
        }
        assertTrue(!Arrays.equals(data[0], data[1]));
    }

    @Test
    void gradient_ofBatches_averagesOverAnEpochToThatOfAllExamples() {
        Experiment experiment = network(
                "'dataset':{'kind':'xor','size':60},'layers':[{'units':3,'activation':'tanh','regularization':{'l2':0.1}},"
                        + "{'units':1,'activation':'tanh'}],'batchSize':12",
                1,
                0.01);
        Problem problem = experiment.problem().problem(7);
        Sampling sampling = problem.sampling();
        assertNotNull(sampling);
        ValueAndGradient batch = sampling.valueAndGradient(problem.layout());
        Sampling.Feed feed = sampling.feed().get();
        double[] start = start(experiment);
        double[] sum = new double[start.length];
        double[] gradient = new double[start.length];
        double loss = 0;
        for (int step = 0; step < 5; step++) {
            feed.fill(step, batch.data());
            loss += batch.valueAndGradient(start, gradient) / 5;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += gradient[i] / 5;
            }
        }
        double whole = problem.valueAndGradient().valueAndGradient(start, gradient);
        assertEquals(whole, loss, 1e-14);
        assertArrayEquals(gradient, sum, 1e-14);
    }

    @Test
    void problem_ofAllExamplesWithoutDropout_isNotSampled() {
        assertNull(
                learning("'dataset':'circle','layers':[{'units':1}]").problem().sampling());
        assertNull(learning("'dataset':'circle','layers':[{'units':1}],'batchSize':200")
                .problem()
                .sampling());
        assertNotNull(learning("'dataset':'circle','layers':[{'units':1}],'batchSize':199")
                .problem()
                .sampling());
        assertNotNull(learning("'dataset':'circle','layers':[{'kind':'dropout'},{'units':1}]")
                .problem()
                .sampling());
    }

    @Test
    void test_withBatchNormalization_hasTheStatisticsOfTheTrainingExamples() {
        // One input x; training x = 0 and 2, hence mean 1 and variance 1; a test example of 5 becomes 4/√1.001.
        ProblemSpec.Network spec = (ProblemSpec.Network) network(
                        "'dataset':{'csv':'x,y\\n0,0\\n2,1\\n5,7','testShare':0.34,'seed':SEED},'layers':[{'kind':'batchNormalization'}]"
                                .replace("SEED", "" + seedThatKeeps(5)),
                        1,
                        0.1)
                .problem();
        Learning learning = spec.learning(0);
        Evaluation test = learning.test();
        assertNotNull(test);
        assertEquals("[[5]]", learning.split().test().x().toString());
        assertEquals(4 / Math.sqrt(1.001), test.prediction(new double[] {1, 0}).item(), 1e-15);
    }

    /** A seed with which the last of three examples is the one to test with. */
    private static int seedThatKeeps(double x) {
        for (int seed = 0; true; seed++) {
            ExamplesSpec spec = new ExamplesSpec(new ExamplesSpec.Csv("x,y\n0,0\n2,1\n5,7", List.of()), 0.34, seed);
            if (spec.split(spec.dataset()).test().x().at(0) == x) {
                return seed;
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // dataset, layers, loss | targets of the first two examples | metric
                "'dataset':{'csv':'x,k\\n1,a\\n2,b\\n3,a'},'layers':[{'units':1}] | [[-1], [1]]"
                        + " | binaryAccuracy(threshold 0)",
                "'dataset':{'csv':'x,k\\n1,a\\n2,b\\n3,a'},'layers':[{'units':1,'activation':'sigmoid'}] | [[0], [1]]"
                        + " | binaryAccuracy",
                "'dataset':{'csv':'x,k\\n1,a\\n2,b\\n3,a'},'layers':[{'units':2}] | [[1, -1], [-1, 1]] | categoricalAccuracy",
                "'dataset':{'csv':'x,k\\n1,a\\n2,b\\n3,a'},'layers':[{'units':1}],'loss':'hinge' | [[-1], [1]]"
                        + " | binaryAccuracy(threshold 0)",
                "'dataset':{'csv':'x,k\\n1,0\\n2,1\\n3,0'},'layers':[{'units':1}],'loss':'hinge' | [[-1], [1]]"
                        + " | binaryAccuracy(threshold 0)",
                "'dataset':{'csv':'x,k\\n1,0\\n2,0.25'},'layers':[{'units':1}],'loss':'binaryCrossentropy' | [[0], [0.25]]"
                        + " | binaryAccuracy",
                "'dataset':{'csv':'x,k\\n1,a\\n2,b\\n3,a'},'layers':[{'units':1}],'loss':{'kind':'binaryCrossentropy',"
                        + "'fromLogits':true} | [[0], [1]] | binaryAccuracy(threshold 0)",
                "'dataset':{'csv':'x,k\\n1,7\\n2,3\\n3,5'},'layers':[{'units':3}],'loss':'categoricalCrossentropy'"
                        + " | [[0, 0, 1], [1, 0, 0]] | categoricalAccuracy",
                "'dataset':{'csv':'x,p,q\\n1,0.25,0.75\\n2,1,0','targets':['p','q']},'layers':[{'units':2}],"
                        + "'loss':'klDivergence' | [[0.25, 0.75], [1, 0]] | categoricalAccuracy",
                "'dataset':{'csv':'x,y\\n1,7\\n2,3\\n3,5'},'layers':[{'units':1}] | [[7], [3]] | r2Score"
            })
    void targets_ofExamples_areWhatTheLossCompares(String fields, String targets, String metric) {
        Evaluation training = learning(fields).training();
        // Training examples come in a random order.
        for (String row : targets.substring(2, targets.length() - 2).split("\\], \\[", -1)) {
            assertTrue(training.target().toString().contains("[" + row + "]"), training.target() + " has no " + row);
        }
        assertEquals(metric, training.metric().toString());
    }

    @Test
    void text_ofANetwork_saysItInALine() {
        ProblemSpec.Network spec = (ProblemSpec.Network) network(
                        "'dataset':{'kind':'circle','noise':0.1},'layers':[{'units':4,'activation':'tanh'},{'kind':'dropout'},"
                                + "{'units':1}],'loss':{'kind':'huber','delta':2}",
                        1,
                        0.1)
                .problem();
        assertEquals("200 of circle(noise 0.1) → 4 tanh → dropout 0.5 → 1 linear, L = huber(delta 2)", spec.text());
        assertEquals(Choice.of(Losses.CATALOGUE, "huber").with("delta", 2), spec.loss());
    }

    @Test
    void step_ofABatch_allocatesNothing() {
        Experiment experiment = network(
                "'dataset':'circle','layers':[{'units':4,'activation':'tanh'},{'kind':'batchNormalization'},"
                        + "{'kind':'dropout','rate':0.2},{'kind':'layerNormalization'},{'units':1,'activation':'sigmoid'}],"
                        + "'loss':'binaryCrossentropy','batchSize':10",
                1,
                0.01);
        Walker walker =
                new Walker(experiment.problem().problem(7).objective(), new Sgd(0.01, 0.9, true), start(experiment));
        allocated(walker, 2000);
        int steps = 2000;
        long bytes = allocated(walker, steps);
        assertTrue(bytes < steps, () -> steps + " steps allocated " + bytes + " bytes");
    }

    private static long allocated(Walker walker, int steps) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < steps; i++) {
            walker.advance();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void csvWithAMistake_isRefusedWithItsPlace() {
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> new ProblemSpec.Network(
                                new ExamplesSpec(new ExamplesSpec.Csv("x,y\n1,2\n3,b", List.of()), 0, 0),
                                List.of(),
                                List.of(Dense.of(1, "linear")),
                                Choice.of(Losses.CATALOGUE, "huber"),
                                0)
                        .problem(0));
        assertEquals("dataset/csv", e.part());
        assertEquals("line 3, column 2: expected a number, as above in column \"y\", but found \"b\"", e.getMessage());
    }

    @Test
    void prediction_ofAnEvaluation_hasARowAnExample() {
        Learning learning = learning("'dataset':{'kind':'line','size':30,'testShare':0.5},'layers':[{'units':1}]");
        Evaluation test = learning.test();
        assertNotNull(test);
        Tensor prediction = test.prediction(new double[] {2, 1});
        assertEquals("(15, 1)", prediction.shape().toString());
        // The line itself: what is left is its noise of deviation 0.1, whose square has the standard error
        // 0.01·√(2/15).
        assertEquals(0.01, test.loss(new double[] {2, 1}), 4 * 0.01 * Math.sqrt(2 / 15.0));
    }

    private static final String LARGE = "'layers':[{'units':32,'activation':'tanh'},{'units':32,'activation':'tanh'},"
            + "{'units':1,'activation':'tanh'}]";

    @Test
    void sketch_ofALargeNetwork_hasTheLossOfItsFirstExamples() {
        Experiment experiment = network("'dataset':{'kind':'circle','size':500,'testShare':0.2}," + LARGE, 1, 0.01);
        Learning learning = learning(experiment);
        Problem whole = learning.problem();
        Problem sketch = whole.sketch();
        assertNotNull(sketch);
        assertEquals(whole.layout(), sketch.layout());
        assertEquals(whole.start(), sketch.start());

        double[] at = start(experiment);
        Tensor predicted = learning.training().prediction(at);
        Tensor wanted = learning.training().target();
        // 75 000 by 1185 parameters.
        int some = 63;
        double sum = 0;
        for (int i = 0; i < some; i++) {
            double error = predicted.at(i) - wanted.at(i);
            sum += error * error;
        }
        assertEquals(sum / some, sketch.valueAndGradient().valueAndGradient(at, new double[at.length]), 1e-14);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // examples to train with | whether there is a sketch: of 32 at least, if they are less than half of all
                "2000 | 'layers':[{'units':8,'activation':'tanh'},{'units':1}] | false",
                "126 |" + LARGE + "| false",
                "127 |" + LARGE + "| true",
                "64 |'layers':[{'units':64},{'units':64},{'units':1}]| false",
                "65 |'layers':[{'units':64},{'units':64},{'units':1}]| true"
            })
    void sketch_isThereWhereTheLossOfAllExamplesTakesTwiceAsLong(int size, String layers, boolean isThere) {
        Problem problem = learning("'dataset':{'kind':'circle','size':" + size + "}," + layers)
                .problem();
        assertEquals(isThere, problem.sketch() != null);
    }
}
