package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.code.Language;
import org.fallline.code.Languages;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.junit.jupiter.api.Test;

/** Layers that are not learned. */
class FrozenLayersTest {
    private static final int FIRST_LAYER = 2 * 3 + 3;

    private static Experiment network(String first, String rest) {
        return ExperimentCodec.read(
                ("{'version':1,'seed':3,'problem':{'kind':'network','dataset':{'kind':'xor','size':20},"
                                + "'layers':[{'units':3,'activation':'tanh','regularization':{'l1':0.01,'l2':0.02}"
                                + first
                                + "},{'units':1" + rest + "}]},'steps':12}")
                        .replace('\'', '"'));
    }

    private static Experiment frozen() {
        return network(",'trainable':false", "");
    }

    @Test
    void frozenLayer_underEveryOptimizerAndWeightDecay_staysBitForBitWhileOthersMove() {
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            OptimizerSpec spec = OptimizerSpec.of(entry.name()).with("weightDecay", 0.1);
            Experiment experiment = frozen().withOptimizers(List.of(spec));
            double[] start =
                    experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
            Trajectory walk = Run.of(experiment).trajectories().get(0);
            assertTrue(walk.length() > 1, entry.name());
            for (int step = 0; step < walk.length(); step++) {
                assertArrayEquals(
                        Arrays.copyOf(start, FIRST_LAYER),
                        Arrays.copyOf(walk.params(step), FIRST_LAYER),
                        entry.name() + " at step " + step);
                assertArrayEquals(new double[FIRST_LAYER], Arrays.copyOf(walk.gradient(step), FIRST_LAYER));
            }
            double[] end = walk.params(walk.length() - 1);
            assertFalse(
                    Arrays.equals(start, FIRST_LAYER, start.length, end, FIRST_LAYER, end.length),
                    entry.name() + " moves the last layer");
        }
    }

    @Test
    void frozenLayer_startedByHand_keepsItsNumbers() {
        Experiment experiment = frozen();
        List<Double> start = new ArrayList<>(experiment.start());
        start.set(4, 0.75);
        Trajectory walk = Run.of(experiment.withStart(start)).trajectories().get(0);
        assertEquals(0.75, walk.param(12, 4));
    }

    @Test
    void lastLayer_beforeAFrozenOne_descendsAsIfItWereAlone() {
        // Plain descent by the partial derivatives of the loss: the frozen ones make no difference to the others.
        Experiment experiment = frozen();
        Problem problem = experiment.problem().problem(3);
        double[] params =
                problem.start().stream().mapToDouble(Double::doubleValue).toArray();
        double[] gradient = new double[params.length];
        for (int step = 0; step < 12; step++) {
            problem.valueAndGradient().valueAndGradient(params, gradient);
            for (int i = FIRST_LAYER; i < params.length; i++) {
                params[i] -= 0.01 * gradient[i];
            }
        }
        assertArrayEquals(params, Run.of(experiment).trajectories().get(0).params(12));
    }

    @Test
    void loss_ofAFrozenLayersWeights_stillDependsOnThem() {
        Problem problem = frozen().problem().problem(3);
        double[] params =
                problem.start().stream().mapToDouble(Double::doubleValue).toArray();
        double before = problem.valueAndGradient().value(params);
        params[0] += 1;
        assertNotEquals(before, problem.valueAndGradient().value(params));
        assertEquals(List.of(0, 1), problem.frozen());
        assertArrayEquals(new int[] {9, 10, 11, 12}, problem.moved());
    }

    @Test
    void trainable_inJson_isWrittenOnlyWhereItIsNot() {
        assertTrue(ExperimentCodec.write(frozen()).contains("\"trainable\":false"));
        assertFalse(ExperimentCodec.write(network(",'trainable':true", "")).contains("trainable"));
        assertEquals(frozen(), ExperimentCodec.read(ExperimentCodec.write(frozen())));
    }

    @Test
    void network_ofFrozenLayersAlone_isRefused() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> network(",'trainable':false", ",'trainable':false"));
        assertEquals(
                "nothing is left to learn: expected at least one layer with weights that is not frozen",
                e.getMessage());
    }

    @Test
    void code_ofAFrozenLayer_isJavaThatReadsTheExperimentOrARefusal() {
        for (Language language : Languages.ALL) {
            String text = language.listing(frozen(), 0).text().replace("\",\n            \"", "");
            assertEquals(language.label().equals("Java"), text.contains("\\\"trainable\\\":false"), language.label());
        }
    }
}
