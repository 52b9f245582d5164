package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Look;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.ScheduleSpec;
import org.fallline.experiment.Waypoint;
import org.fallline.landscape.Window;
import org.fallline.problem.Columns;
import org.fallline.problem.Interval;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Anchors;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a visitor's actions do to the state. */
class IntentsTest {
    private static final State FIRST = State.of(Experiment.of(ProblemIntents.TINY));

    private static State after(State state, Intent... intents) {
        State now = state;
        for (Intent intent : intents) {
            now = intent.apply(now);
        }
        return now;
    }

    @Test
    void time_stepsStayWithinTheWalk() {
        assertEquals(0, after(FIRST, TimeIntents.BACK).step());
        assertEquals(1, after(FIRST, TimeIntents.FORWARD).step());
        assertEquals(100, after(FIRST, TimeIntents.TO_END, TimeIntents.FORWARD).step());
        assertEquals(40, after(FIRST, TimeIntents.TO_END, TimeIntents.walk(40)).step());
    }

    @Test
    void play_atTheEnd_beginsAgain() {
        State playing = after(FIRST, TimeIntents.TO_END, TimeIntents.PLAY);
        assertEquals(0, playing.step());
        assertTrue(playing.playing());
        assertFalse(after(playing, TimeIntents.tick(100)).playing());
    }

    @Test
    void loop_atTheEnd_goesOn() {
        State looping = after(FIRST, TimeIntents.LOOP, TimeIntents.PLAY, TimeIntents.tick(100));
        assertTrue(looping.playing());
        assertFalse(after(looping, TimeIntents.LOOP, TimeIntents.tick(100)).playing());
    }

    @Test
    void speed_slowerAndFaster_stayWithinTheMenu() {
        State now = FIRST;
        for (int i = 0; i < 10; i++) {
            now = after(now, TimeIntents.SLOWER);
        }
        assertEquals(Speed.TENTH, now.playback().speed());
        assertEquals(
                Speed.HALF,
                after(now, TimeIntents.FASTER, TimeIntents.FASTER).playback().speed());
        assertEquals(
                Speed.TEN_TIMES,
                after(now, TimeIntents.speed(Speed.TEN_TIMES), TimeIntents.FASTER)
                        .playback()
                        .speed());
    }

    @Test
    void type_wrongFormula_keepsTheTextAndTheExperiment() {
        State typed = after(FIRST, ProblemIntents.type("x^2 + y^2"));
        State wrong = after(typed, ProblemIntents.type("x^2 + ("));
        assertEquals("x^2 + (", wrong.draft().text());
        assertEquals(7, wrong.draft().position());
        assertEquals(typed.experiment(), wrong.experiment());
    }

    @Test
    void type_sameVariables_keepsAllElse() {
        ProblemSpec spec = new ProblemSpec.Function("", "x^2 + 3 y^2", Map.of("x", new Interval(0, 9)));
        Experiment experiment = Experiment.of(spec)
                .withStart(List.of(7.0, 1.0))
                .withSteps(77)
                .withOptimizers(List.of(OptimizerSpec.of("sgd").with("learningRate", 0.123)));
        State typed = after(State.of(experiment), ProblemIntents.type("x^2 + 4 y^2"));
        assertEquals(
                experiment.withProblem(new ProblemSpec.Function("", "x^2 + 4 y^2", Map.of("x", new Interval(0, 9)))),
                typed.experiment());
    }

    @Test
    void type_aFormulaOfData_keepsTheData() {
        Columns data = new Columns(Map.of("x", Tensor.vector(1, 2), "y", Tensor.vector(3, 5)));
        ProblemSpec line = new ProblemSpec.Function("", "mean((a x + b - y)^2)", data, Map.of());
        State typing = after(State.of(Experiment.of(line)), ProblemIntents.type("mean((a x + b - y"));
        assertEquals(
                "'(' is never closed: a ')' is missing at position 6",
                typing.draft().error());
        State typed = after(typing, ProblemIntents.type("mean((a x + b x^2 + c - y)^2)"));
        assertEquals(
                new ProblemSpec.Function("", "mean((a x + b x^2 + c - y)^2)", data, Map.of()),
                typed.experiment().problem());
        assertEquals(3, typed.experiment().start().size());
    }

    @Test
    void choose_afterAWrongFormula_leavesTheFormula() {
        ProblemSpec himmelblau = new ProblemSpec.Function("himmelblau", "", Map.of());
        State chosen = after(FIRST, ProblemIntents.type("x^2+("), ProblemIntents.choose(himmelblau));
        assertEquals(himmelblau, chosen.experiment().problem());
        assertFalse(chosen.draft().isWrong());
        assertEquals("x^2+(", chosen.draft().text());
    }

    @Test
    void startAt_aPlaceOnThePicture_leavesHeldParametersAsTheyAre() {
        State exact = after(FIRST, ProblemIntents.startWith(2, 0.123456));
        Experiment shown = exact.experiment();
        Slice slice = Slicing.of(
                shown.problem().problem(0), shown.view().cut(), Objects.requireNonNull(Anchors.of(shown, List.of())));
        State clicked = after(exact, ProblemIntents.startAt(slice, 0.1111, 0.2222));
        assertEquals(List.of(0.1111, 0.2222, 0.123456), clicked.experiment().start());
    }

    @Test
    void remove_anotherOptimizer_keepsTheOneThatIsOpen() {
        State three = after(
                FIRST,
                OptimizerIntents.add(OptimizerSpec.of("rmsprop")),
                OptimizerIntents.add(OptimizerSpec.of("adam")));
        assertEquals(2, three.inspected());
        State two = after(three, OptimizerIntents.remove(1));
        assertEquals("adam", two.experiment().optimizers().get(two.inspected()).kind());
        assertEquals(
                1,
                after(two, OptimizerIntents.remove(0), OptimizerIntents.remove(0))
                        .experiment()
                        .optimizers()
                        .size());
    }

    @Test
    void optimizerThatIsLookedInto_isPartOfTheLink_andStaysWithAnotherProblem() {
        State second = after(FIRST, OptimizerIntents.add(OptimizerSpec.of("adam")));
        String link = ExperimentUrl.write(second.experiment());
        assertEquals(
                1, State.of(Objects.requireNonNull(ExperimentUrl.read(link))).inspected());
        assertEquals(1, after(second, ProblemIntents.type("x^2 + y^2")).inspected());
    }

    @Test
    void add_optimizer_givesItARateThatSuitsTheProblem() {
        State state = after(
                FIRST,
                ProblemIntents.choose(new ProblemSpec.Function("rosenbrock", "", Map.of())),
                OptimizerIntents.add(OptimizerSpec.of("adam")));
        List<OptimizerSpec> optimizers = state.experiment().optimizers();
        assertEquals(0.001, optimizers.get(0).values().number("learningRate"));
        assertEquals(0.04, optimizers.get(1).values().number("learningRate"));
        State full = state;
        for (int i = 0; i < 10; i++) {
            full = after(full, OptimizerIntents.add(OptimizerSpec.of("sgd")));
        }
        assertEquals(Experiment.MAX_OPTIMIZERS, full.experiment().optimizers().size());
    }

    @Test
    void set_optimizerWithMoreThanItsCardShows_keepsTheRest() {
        OptimizerSpec whole = OptimizerSpec.of("adam")
                .with("clipNorm", 1)
                .with("emaMomentum", 0.9)
                .withSchedule(ScheduleSpec.of("cosine").with("warmupSteps", 10));
        State state = State.of(FIRST.experiment().withOptimizers(List.of(whole)));
        assertEquals(
                List.of(whole.with("beta1", 0.5)),
                after(state, OptimizerIntents.set(0, "beta1", 0.5)).experiment().optimizers());
        ProblemSpec rosenbrock = new ProblemSpec.Function("rosenbrock", "", Map.of());
        assertEquals(
                List.of(whole.with("learningRate", 0.04)),
                after(state, ProblemIntents.choose(rosenbrock)).experiment().optimizers());
    }

    @Test
    void add_ruleThatFindsItsLength_givesItTheWholeOfIt() {
        State state = after(FIRST, OptimizerIntents.add(OptimizerSpec.of("adadelta")));
        assertEquals(1, state.experiment().optimizers().get(1).values().number("learningRate"));
    }

    @Test
    void axes_theOthersOwn_changePlaces() {
        State swapped = after(FIRST, ViewIntents.vertical(0));
        assertEquals(new PlaneSpec.Axes(1, 0), swapped.experiment().view().cut().plane());
    }

    @Test
    void plane_ofThePath_isThatWalkedSoFarOrAllOfIt() {
        State all = after(FIRST, PlaneChoice.PRINCIPAL.intent());
        assertEquals(new PlaneSpec.Principal(), cut(all).plane());
        assertEquals(100, cut(all).anchor());
        State some = after(FIRST, TimeIntents.goTo(30), PlaneChoice.PRINCIPAL.intent());
        assertEquals(30, cut(some).anchor());
    }

    @ParameterizedTest
    @EnumSource(PlaneChoice.class)
    void plane_ofEachKind_isOneThatCanBeSaved(PlaneChoice choice) {
        State state = after(FIRST, TimeIntents.goTo(30), choice.intent());
        State unwalked = after(State.of(FIRST.experiment().withSteps(0)), choice.intent());
        for (Experiment shown : List.of(state.experiment(), unwalked.experiment())) {
            assertEquals(choice, PlaneChoice.of(shown.view().cut().plane()));
            assertEquals(shown, ExperimentCodec.read(ExperimentCodec.write(shown)));
        }
    }

    @Test
    void plane_anotherOne_showsTheWholeOfIt() {
        State zoomed = after(FIRST, ViewIntents.window(new Window(0, 1, 0, 1)));
        assertNull(cut(after(zoomed, PlaneChoice.RANDOM.intent())).window());
    }

    @Test
    void follow_andKeep_leaveThePlaneWhereTimeStands() {
        State following = after(FIRST, ViewIntents.follow(true), TimeIntents.goTo(40));
        assertEquals(40, cut(following).through(following.step()));
        State kept = after(following, ViewIntents.follow(false), TimeIntents.goTo(60));
        assertEquals(40, cut(kept).through(kept.step()));
    }

    @Test
    void point_ofALine_changesThatOneAlone() {
        Waypoint there = new Waypoint.Walked(0, 70);
        State state = after(FIRST, PlaneChoice.LINE.intent(), ViewIntents.point(1, there));
        assertEquals(
                List.of(new Waypoint.Walked(0, 0), there), cut(state).plane().waypoints());
    }

    @Test
    void otherDirections_areOthersEachTime() {
        State state =
                after(FIRST, PlaneChoice.RANDOM.intent(), ViewIntents.otherDirections(), ViewIntents.otherDirections());
        assertEquals(new PlaneSpec.Random(2), cut(state).plane());
    }

    @Test
    void choose_anotherProblem_keepsHowItIsDrawn() {
        State state = after(
                FIRST,
                ViewIntents.colors(Look.Colors.CIVIDIS),
                ViewIntents.layer(Layer.FIELD, true),
                ViewIntents.projection(Look.Projection.SURFACE),
                ProblemIntents.choose(new ProblemSpec.Function("rosenbrock", "", Map.of())));
        Look look = state.experiment().view().look();
        assertEquals(Look.Colors.CIVIDIS, look.colors());
        assertEquals(Look.Projection.SURFACE, look.projection());
        assertEquals(List.of(Layer.FIELD), look.layers());
    }

    private static Cut cut(State state) {
        return state.experiment().view().cut();
    }

    @Test
    void settingOfAnOptimizer_whileTimeRuns_countsFromHere_elseAroundHere() {
        State at40 = after(FIRST, TimeIntents.goTo(40));
        State edited = after(at40, OptimizerIntents.set(0, "learningRate", 0.5));
        assertEquals(List.of(), edited.experiment().optimizers().get(0).changes());
        assertEquals(0.5, edited.experiment().optimizers().get(0).number("learningRate"));

        State running = after(at40, TimeIntents.PLAY, OptimizerIntents.set(0, "learningRate", 0.5));
        assertTrue(running.playing());
        assertEquals(40, running.step());
        OptimizerSpec changed = running.experiment().optimizers().get(0);
        assertEquals(0.01, changed.number("learningRate"));
        assertEquals(0.5, changed.at(40).number("learningRate"));
        assertEquals(
                running.experiment(),
                ExperimentCodec.read(ExperimentCodec.write(running.experiment())),
                "it can be shared");

        State unchanged = after(running, OptimizerIntents.unchange(0));
        assertEquals(FIRST.experiment().optimizers(), unchanged.experiment().optimizers());
        State atStart = after(FIRST, TimeIntents.PLAY, OptimizerIntents.set(0, "momentum", 0.5));
        assertEquals(0.5, atStart.experiment().optimizers().get(0).number("momentum"));
    }

    @Test
    void optimizers_areTurnedOff_andDuplicatedUpToEight() {
        State off = after(FIRST, OptimizerIntents.turn(0, false));
        assertFalse(off.experiment().optimizers().get(0).on());
        State now = after(FIRST, OptimizerIntents.set(0, "momentum", 0.7));
        for (int i = 0; i < 9; i++) {
            now = after(now, OptimizerIntents.duplicate(0));
        }
        assertEquals(8, now.experiment().optimizers().size());
        assertEquals(
                now.experiment().optimizers().get(0),
                now.experiment().optimizers().get(7));
        assertEquals(7, now.inspected());
    }

    @Test
    void schedule_takesTheWholeWalk() {
        State scheduled = after(FIRST, TimeIntents.walk(250), OptimizerIntents.schedule(0, "cosine"));
        assertEquals(
                ScheduleSpec.of("cosine").with("decaySteps", 250),
                scheduled.experiment().optimizers().get(0).schedule());
        assertEquals(
                ScheduleSpec.of("cosine").with("decaySteps", 250).with("alpha", 0.1),
                after(scheduled, OptimizerIntents.setSchedule(0, "alpha", 0.1))
                        .experiment()
                        .optimizers()
                        .get(0)
                        .schedule());
    }
}
