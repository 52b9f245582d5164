package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.fallline.autodiff.Moment;
import org.fallline.experiment.Edges;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.Opened;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.web.words.English;
import org.fallline.web.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taking back and doing again. */
@ExtendWith(English.class)
class ModelTest {
    private double now;
    private final Model model = new Model(Experiment.of(ProblemIntents.TINY), () -> now);

    ModelTest() {
        model.load(Experiment.of(ProblemIntents.TINY));
    }

    /** Does something long after what was done before. */
    private void later(Intent intent) {
        now += 10_000;
        model.dispatch(intent);
    }

    private int steps() {
        return model.experiment().steps();
    }

    @Test
    void undo_goesBackChangeByChange_redoForward() {
        later(TimeIntents.walk(50));
        later(TimeIntents.walk(20));
        model.undo();
        assertEquals(50, steps());
        model.undo();
        assertEquals(100, steps());
        assertEquals("", Words.say(model.undoable()));
        model.undo();
        assertEquals(100, steps());
        model.redo();
        model.redo();
        assertEquals(20, steps());
        assertEquals("", Words.say(model.redoable()));
        model.redo();
        assertEquals(20, steps());
    }

    @Test
    void momentOfAComputation_isLikeTime_andIsNotTakenBack() {
        later(TimeIntents.walk(50));
        later(ComputationIntents.goTo(Moment.backward(1)));
        later(ComputationIntents.open(List.of(0)));
        later(ComputationIntents.openTensor("x"));
        later(ComputationIntents.compare(true));
        later(ComputationIntents.show(Edges.ERRORS));
        later(ComputationIntents.showExample(3));
        assertEquals(new Opened(Moment.backward(1), List.of(0), "x", true, Edges.ERRORS, 3), opened());
        assertEquals("Change the number of steps", Words.say(model.undoable()));
        later(ComputationIntents.goTo(null));
        assertEquals(new Opened(null, List.of(0), "x", true, Edges.ERRORS, 3), opened());
    }

    @Test
    void momentOfAComputation_ofAnotherProblem_isGivenUp() {
        later(ComputationIntents.goTo(Moment.backward(6)));
        later(ProblemIntents.type("x^2"));
        assertEquals(Opened.DEFAULT, opened());
    }

    @Test
    void whatANetworkShows_staysWhenItIsChanged() {
        model.load(ExperimentCodec.read("{\"version\":1,\"problem\":{\"kind\":\"network\",\"dataset\":\"circle\","
                + "\"layers\":[{\"units\":2,\"activation\":\"tanh\"},{\"units\":1}]}}"));
        later(ComputationIntents.show(Edges.GRADIENTS));
        later(ComputationIntents.openTensor("W1"));
        later(NetworkIntents.units(0, 3));
        assertEquals(Opened.DEFAULT.withEdges(Edges.GRADIENTS), opened());
    }

    private Opened opened() {
        return model.experiment().view().computation();
    }

    @Test
    void anotherChange_afterUndo_leavesNothingToRedo() {
        later(TimeIntents.walk(50));
        model.undo();
        later(TimeIntents.walk(30));
        assertEquals("", Words.say(model.redoable()));
        model.undo();
        assertEquals(100, steps());
    }

    @Test
    void changesInQuickSuccession_areTakenBackTogether() {
        for (int i = 1; i <= 40; i++) {
            now += 50;
            model.dispatch(TimeIntents.walk(100 + i));
        }
        later(TimeIntents.walk(7));
        model.undo();
        assertEquals(140, steps());
        model.undo();
        assertEquals(100, steps());
    }

    @Test
    void changesOfTwoKinds_areTakenBackOneByOne() {
        model.dispatch(TimeIntents.walk(50));
        model.dispatch(OptimizerIntents.remove(0));
        model.dispatch(OptimizerIntents.add(OptimizerSpec.of("adam")));
        assertEquals("Add Adam", Words.say(model.undoable()));
        model.undo();
        model.undo();
        assertEquals(100, steps());
        assertEquals("Change the number of steps", Words.say(model.redoable()));
    }

    @Test
    void aChangeRightAfterUndo_isOneOfItsOwn() {
        later(TimeIntents.walk(50));
        later(TimeIntents.walk(20));
        model.undo();
        model.dispatch(TimeIntents.walk(60));
        model.undo();
        assertEquals(50, steps());
    }

    @Test
    void time_isNotTakenBack_butStandsStill() {
        later(TimeIntents.walk(50));
        later(TimeIntents.goTo(30));
        later(TimeIntents.speed(Speed.DOUBLE));
        later(TimeIntents.PLAY);
        later(TimeIntents.tick(31));
        model.undo();
        assertEquals(100, steps());
        assertEquals(31, model.state().step());
        assertEquals(Speed.DOUBLE, model.state().playback().speed());
        assertFalse(model.state().playing());
        assertEquals("", Words.say(model.undoable()));
    }

    @Test
    void anotherExperiment_isTakenBack_butNotTheFirst() {
        assertEquals("", Words.say(model.undoable()));
        Experiment other = Experiment.of(ProblemIntents.TINY).withSteps(3);
        now += 10_000;
        model.load(other);
        assertEquals("Open another experiment", Words.say(model.undoable()));
        model.undo();
        assertEquals(100, steps());
        model.redo();
        assertEquals(other, model.experiment());
    }

    @Test
    void occasions_countWhatHappens_butNotThatTimePasses() {
        int before = model.occasions();
        model.dispatch(TimeIntents.PLAY);
        model.dispatch(TimeIntents.tick(3));
        model.dispatch(TimeIntents.goTo(40));
        assertEquals(before, model.occasions());
        model.dispatch(TimeIntents.walk(50));
        assertEquals(before + 1, model.occasions());
        model.undo();
        assertEquals(before + 2, model.occasions());
        model.tell("It cannot be.");
        model.tell("It cannot be.");
        assertEquals(before + 4, model.occasions(), "who is told twice tried twice");
    }
}
