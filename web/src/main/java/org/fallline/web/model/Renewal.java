package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.View;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;

/** The experiment of a problem that was changed a little: what can be kept is kept, and time goes back to the start. */
final class Renewal {
    private Renewal() {}

    /**
     * The state with the changed problem.
     *
     * <p>Optimizers, title and look stay. Numbers of the start stay where the parameter is still there and would begin as it
     * did before: what a visitor changed by hand is not lost when something else is changed. The plane stays if the parameters
     * are the same, and so does its kind if they are not.
     *
     * @throws IllegalArgumentException if its parts do not fit together
     */
    static State of(State state, ProblemSpec changed) {
        Experiment before = state.experiment();
        if (changed.equals(before.problem())) {
            return state;
        }
        Problem problem = changed.problem(before.seed());
        Problem old = before.problem().problem(before.seed());
        int most = Experiment.mostSteps(
                problem.layout().size(), before.optimizers().size());
        int steps = Math.min(before.steps(), most);
        Cut cut = before.view().cut();
        boolean hasSameParameters = problem.layout().equals(old.layout());
        View view = before.view()
                .ofAnother(
                        hasSameParameters
                                ? cut
                                : Cuts.next(cut, changed, problem.layout().size(), steps));
        Experiment after = new Experiment(
                before.title(),
                before.notes(),
                before.seed(),
                changed,
                start(old, problem, before.start()),
                steps,
                before.optimizers(),
                view);
        return state.with(after).withDraft(Draft.right(state.draft().text()));
    }

    private static List<Double> start(Problem old, Problem problem, List<Double> present) {
        List<Double> start = new ArrayList<>(problem.start());
        ParameterLayout layout = problem.layout();
        for (int i = 0; i < layout.names().size(); i++) {
            int was = old.layout().names().indexOf(layout.names().get(i));
            int size = layout.shapes().get(i).size();
            if (was < 0
                    || !old.layout().shapes().get(was).equals(layout.shapes().get(i))) {
                continue;
            }
            int from = layout.offset(i);
            int wasFrom = old.layout().offset(was);
            if (problem.start().subList(from, from + size).equals(old.start().subList(wasFrom, wasFrom + size))) {
                for (int k = 0; k < size; k++) {
                    start.set(from + k, present.get(wasFrom + k));
                }
            }
        }
        return start;
    }
}
