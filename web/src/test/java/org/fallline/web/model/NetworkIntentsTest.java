package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Entry;
import org.fallline.data.CsvException;
import org.fallline.data.Datasets;
import org.fallline.data.Generator;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.View;
import org.fallline.nn.Activations;
import org.fallline.nn.Initializers;
import org.fallline.nn.Losses;
import org.fallline.nn.Regularization;
import org.fallline.problem.ProblemSpec;
import org.fallline.web.words.English;
import org.fallline.web.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Making networks and what they learn from. */
@ExtendWith(English.class)
class NetworkIntentsTest {
    private static final State CIRCLE = after(
            State.of(Experiment.of(ProblemIntents.TINY)),
            ProblemIntents.choose(ProblemIntents.CIRCLE),
            OptimizerIntents.add(OptimizerSpec.of("adam")),
            TimeIntents.walk(120),
            TimeIntents.TO_END);

    private static State after(State state, Intent... intents) {
        State now = state;
        for (Intent intent : intents) {
            now = intent.apply(now);
        }
        return now;
    }

    private static ProblemSpec.Network network(State state) {
        return (ProblemSpec.Network) state.experiment().problem();
    }

    private static String text(Intent... intents) {
        return network(after(CIRCLE, intents)).text().replace("200 of circle → ", "");
    }

    @Test
    void layers_areChangedAddedAndTakenAway() {
        assertEquals("5 tanh → 2 tanh → 1 tanh, L = meanSquaredError", text(NetworkIntents.units(0, 5)));
        assertEquals(
                "4 tanh → 2 relu → 1 tanh, L = meanSquaredError",
                text(NetworkIntents.activation(1, Choice.of(Activations.CATALOGUE, "relu"))));
        assertEquals("4 tanh → 2 tanh → 2 tanh → 1 tanh, L = meanSquaredError", text(NetworkIntents.add()));
        assertEquals("2 tanh → 1 tanh, L = meanSquaredError", text(NetworkIntents.remove(0)));
        assertEquals(
                "4 tanh → 1 tanh, L = meanSquaredError",
                text(NetworkIntents.dropout(1, 0.3), NetworkIntents.remove(1)));
        assertEquals(
                "4 tanh → dropout 0.4 → 2 tanh → 1 tanh, L = meanSquaredError",
                text(NetworkIntents.dropout(0, 0.3), NetworkIntents.dropout(0, 0.4)));
        assertEquals(
                "1 tanh, L = meanSquaredError",
                text(NetworkIntents.remove(0), NetworkIntents.remove(0), NetworkIntents.remove(0)));
        assertEquals("4 tanh frozen → 2 tanh → 1 tanh, L = meanSquaredError", text(NetworkIntents.freeze(0, true)));
    }

    @Test
    void change_ofTheNetwork_keepsOptimizersAndStepsAndGoesBackToTheStart() {
        State changed = after(CIRCLE, NetworkIntents.units(0, 7));
        assertEquals(CIRCLE.experiment().optimizers(), changed.experiment().optimizers());
        assertEquals(120, changed.experiment().steps());
        assertEquals(0, changed.step());
        assertEquals(2 * 7 + 7 + 7 * 2 + 2 + 2 + 1, changed.experiment().start().size());
    }

    @Test
    void numbersChangedByHand_stayWhereTheirTensorStays() {
        State byHand = after(CIRCLE, ProblemIntents.startWith(3, 9));
        State relu = after(byHand, NetworkIntents.activation(0, Choice.of(Activations.CATALOGUE, "relu")));
        assertEquals(9, relu.experiment().start().get(3));
        State wider = after(byHand, NetworkIntents.units(1, 3));
        assertEquals(9, wider.experiment().start().get(3));
        State begun = after(byHand, NetworkIntents.initializer(0, Choice.of(Initializers.CATALOGUE, "zeros")));
        assertEquals(0, begun.experiment().start().get(3));
    }

    @Test
    void network_isShownByThePrincipalComponentsOfItsWholeWalk() {
        assertEquals(principal(CIRCLE.experiment().steps()), cut(CIRCLE));
        State changed = after(CIRCLE, NetworkIntents.units(0, 7));
        assertEquals(principal(CIRCLE.experiment().steps()), cut(changed));
        assertEquals(principal(400), cut(after(changed, TimeIntents.walk(400))));
        assertEquals(principal(50), cut(after(changed, TimeIntents.walk(400), TimeIntents.walk(50))));
        ProblemSpec rosenbrock = new ProblemSpec.Function("rosenbrock", "", Map.of());
        assertEquals(Cut.DEFAULT, cut(after(changed, ProblemIntents.choose(rosenbrock))));
    }

    @Test
    void planeChosenForANetwork_keepsItsKind() {
        State random = CIRCLE.with(CIRCLE.experiment().withView(View.DEFAULT.withCut(Cut.of(new PlaneSpec.Random(3)))));
        assertEquals(cut(random), cut(after(random, NetworkIntents.units(0, 7))));
        State axes = CIRCLE.with(CIRCLE.experiment().withView(View.DEFAULT.withCut(Cut.of(new PlaneSpec.Axes(9, 2)))));
        assertEquals(Cut.DEFAULT, cut(after(axes, NetworkIntents.units(0, 2))));
    }

    private static Cut principal(int steps) {
        return Cut.of(new PlaneSpec.Principal()).withAnchor(0, steps);
    }

    private static Cut cut(State state) {
        return state.experiment().view().cut();
    }

    @Test
    void loss_ofAnotherKind_getsALastLayerThatSuitsIt() {
        assertEquals(
                "4 tanh → 2 tanh → 1 sigmoid, L = binaryCrossentropy", text(NetworkIntents.loss("binaryCrossentropy")));
        assertEquals(
                "4 tanh → 2 tanh → 1 linear, L = binaryCrossentropy(fromLogits 1)",
                text(NetworkIntents.loss("binaryCrossentropy"), NetworkIntents.lossSetting("fromLogits", 1)));
        assertEquals(
                "4 tanh → 2 tanh → 2 softmax, L = categoricalCrossentropy",
                text(NetworkIntents.loss("categoricalCrossentropy")));
        assertEquals(
                "4 tanh → 2 tanh → 1 tanh, L = meanSquaredError",
                text(NetworkIntents.loss("categoricalCrossentropy"), NetworkIntents.loss("meanSquaredError")));
        Losses.CATALOGUE.entries().forEach(entry -> {
            State state = after(CIRCLE, NetworkIntents.loss(entry.name()));
            assertEquals(entry.name(), network(state).loss().name());
        });
    }

    @Test
    void everyChange_isAnExperimentThatIsReadAsItWasWritten() {
        State state = after(
                CIRCLE,
                NetworkIntents.regularization(0, new Regularization(0.01, 0.02)),
                NetworkIntents.dropout(0, 0.25),
                NetworkIntents.freeze(2, true),
                NetworkIntents.batchSize(10),
                DataIntents.feature("sinX", true),
                DataIntents.testShare(0.25),
                DataIntents.seed(4));
        Experiment experiment = state.experiment();
        assertEquals(experiment, ExperimentCodec.read(ExperimentCodec.write(experiment)));
        assertEquals(List.of("x", "y", "sinX"), network(state).features());
        assertEquals(10, network(state).batchSize());
    }

    @Test
    void whatDoesNotFit_isRefusedAndChangesNothing() {
        State frozen = after(CIRCLE, NetworkIntents.freeze(0, true), NetworkIntents.freeze(1, true));
        assertThrows(IllegalArgumentException.class, () -> after(frozen, NetworkIntents.freeze(2, true)));
        Model model = new Model(CIRCLE.experiment(), () -> 0);
        model.attempt(NetworkIntents.batchSize(201));
        assertEquals(
                "This cannot be done: a batch of 201 from 200 examples to train with: expected 1 to 200.",
                model.notice());
        assertEquals(CIRCLE.experiment(), model.experiment());
        State linear = State.of(Experiment.of(ProblemIntents.TINY));
        assertSame(linear, after(linear, NetworkIntents.add()));
    }

    @Test
    void dataset_ofAnyKind_isLearnedByTheSameHiddenLayers() {
        for (Entry<Generator> entry : Datasets.CATALOGUE.entries()) {
            State state = after(CIRCLE, DataIntents.feature("xTimesY", true), DataIntents.dataset(entry.name()));
            String text = network(state).text();
            assertTrue(text.startsWith("200 of " + entry.name() + " → 4 tanh → 2 tanh → 1 "), text);
        }
        assertTrue(text(DataIntents.dataset("sine")).endsWith("→ 1 linear, L = meanSquaredError"));
        assertTrue(text(DataIntents.dataset("sine"), DataIntents.dataset("xor"))
                .endsWith("→ 1 tanh, L = meanSquaredError"));
    }

    @Test
    void feature_takenAway_staysIfItIsTheLast() {
        State one = after(CIRCLE, DataIntents.feature("x", false));
        assertEquals(List.of("y"), network(one).features());
        assertEquals(one, after(one, DataIntents.feature("y", false)));
        assertEquals(
                List.of(), network(after(one, DataIntents.feature("x", true))).features());
    }

    @Test
    void table_isLearnedFrom_orRefusedWithItsPlace() {
        State state = after(
                State.of(Experiment.of(ProblemIntents.TINY)),
                DataIntents.table("a,b,d,c\n1,2,0,p\n3,4,1,q\n5,6,2,r\n"));
        assertTrue(network(state).text().endsWith("→ 3 softmax, L = categoricalCrossentropy"));
        State both = after(state, DataIntents.targets(List.of("a", "b")));
        assertThrows(IllegalArgumentException.class, () -> after(both, DataIntents.targets(List.of("a", "c"))));
        CsvException e = assertThrows(CsvException.class, () -> after(state, DataIntents.table("a,b\n1,2\n3,x\n")));
        assertEquals(3, e.line());
        assertEquals(2, e.column());
    }

    private static Drawing drawing(State state) {
        return Objects.requireNonNull(Drawing.of(state.experiment().problem()));
    }

    @Test
    void drawing_isATableOfItsPoints() {
        State state = after(CIRCLE, DrawIntents.begin(Drawing.Kind.CLASSES), DrawIntents.put(1.23456, -2, "B"));
        assertEquals(
                "x,y,class\n-2,-2,\"A\"\n2,2,\"B\"\n1.23,-2,\"B\"\n",
                drawing(state).csv());
        assertThrows(IllegalArgumentException.class, () -> after(state, DrawIntents.remove(0)));
        State fewer = after(state, DrawIntents.remove(1));
        assertEquals(
                2,
                fewer.experiment().problem() instanceof ProblemSpec.Network n
                        ? n.examples().dataset().size()
                        : 0);
        State curve = after(CIRCLE, DrawIntents.begin(Drawing.Kind.CURVE));
        assertEquals(Drawing.Kind.CURVE, drawing(curve).kind());
        assertTrue(network(curve).text().endsWith("→ 1 linear, L = meanSquaredError"));
        assertNull(Drawing.of(ProblemIntents.TINY));
        assertNull(Drawing.of(ProblemIntents.CIRCLE));
    }

    @Test
    void drawnSurface_isATableOfHeights_whichANetworkPredicts() {
        State state = after(CIRCLE, DrawIntents.begin(Drawing.Kind.SURFACE), DrawIntents.put(1.23456, -2, "-0.5"));
        assertEquals("x,y,z\n-2,-2,-1\n2,2,1\n1.23,-2,-0.5\n", drawing(state).csv());
        assertTrue(network(state).text().endsWith("→ 1 linear, L = meanSquaredError"));
        State one = after(state, DrawIntents.remove(0), DrawIntents.remove(0));
        assertEquals(new Drawing(Drawing.Kind.SURFACE, List.of(new Drawing.Point(1.23, -2, "-0.5"))), drawing(one));
        assertThrows(IllegalArgumentException.class, () -> after(one, DrawIntents.remove(0)));
    }

    @Test
    void numbersOfTheTinyModel_areChangedOneByOne() {
        State state = after(
                State.of(Experiment.of(ProblemIntents.TINY)),
                ProblemIntents.startWith(2, 5),
                LinearIntents.set(true, 1, 3),
                LinearIntents.set(false, 0, -1));
        ProblemSpec.Linear linear = (ProblemSpec.Linear) state.experiment().problem();
        assertEquals("[[1, 3]]", linear.x().toString());
        assertEquals("[[-1]]", linear.y().toString());
        assertEquals(List.of(0.1, 0.2, 5.0), state.experiment().start());
    }

    @Test
    void gallery_offersWhatCanBeDescended_andNamesWhatIs() {
        Set<String> names = new HashSet<>();
        for (Gallery.Group group : Gallery.groups()) {
            for (Gallery.Item item : group.items()) {
                assertTrue(names.add(item.name()), item.name());
                assertFalse(item.lesson().isEmpty(), item.name());
                ProblemSpec spec = item.spec();
                if (spec != null) {
                    assertEquals(item, Gallery.of(spec), item.name());
                    assertNotNull(spec.problem(0));
                }
            }
        }
        assertEquals(
                "Spiral",
                Words.say(Gallery.of(network(after(CIRCLE, DataIntents.dataset("spiral"))))
                        .label()));
        assertEquals(
                "Network on a table",
                Words.say(Gallery.of(network(after(CIRCLE, DrawIntents.begin(Drawing.Kind.CLASSES))))
                        .label()));
    }

    @Test
    void layer_beyondWhatThePageOffers_isKept() {
        State state = CIRCLE;
        List<Intent> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(NetworkIntents.add());
        }
        assertEquals(
                11, network(after(state, many.toArray(new Intent[0]))).layers().size());
    }
}
