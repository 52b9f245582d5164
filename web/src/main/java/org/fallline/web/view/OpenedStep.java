package org.fallline.web.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Moment;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Folding.Group;
import org.fallline.experiment.Opened;
import org.fallline.experiment.Trajectory;
import org.fallline.problem.Problem;
import org.fallline.scene.ComputationGroups;
import org.fallline.web.model.Model;
import org.jspecify.annotations.Nullable;

/** The computation of the present step of the inspected optimizer, run once a step. */
final class OpenedStep {
    private final Model model;
    private int problem = -1;
    private @Nullable Explanation explanation;
    private List<Group> groups = List.of();
    private List<Moment> moments = List.of();
    private @Nullable Trajectory ran;
    private int step;
    private @Nullable Moment at;
    private @Nullable Progress progress;

    OpenedStep(Model model) {
        this.model = model;
    }

    /** Turns to the present step; false while its walk is not known. */
    boolean turn() {
        Trajectory walk = model.inspectedWalk();
        if (walk == null) {
            return false;
        }
        int now = Math.min(model.state().step(), walk.length() - 1);
        Explanation of = explanation();
        Moment moment = model.experiment().view().computation().moment();
        if (walk != ran || now != step) {
            of.run(walk.params(now));
            ran = walk;
            step = now;
            progress = null;
        }
        if (progress == null || !Objects.equals(moment, at)) {
            at = moment;
            progress = new Progress(of, moment);
        }
        return true;
    }

    Explanation explanation() {
        Problem present = model.problem();
        if (explanation == null || problem != model.problemNumber()) {
            problem = model.problemNumber();
            Explanation made = Explanation.of(present.layout(), present.loss());
            groups = ComputationGroups.of(model.experiment().problem(), made.graph());
            moments = made.moments();
            explanation = made;
            ran = null;
            progress = null;
        }
        return Objects.requireNonNull(explanation);
    }

    /** As far as it has come; only after a {@link #turn}. */
    Progress progress() {
        return Objects.requireNonNull(progress);
    }

    int step() {
        return step;
    }

    /** Tells one run from another. */
    Object run() {
        return List.of(problem, step, System.identityHashCode(ran));
    }

    List<Group> groups() {
        explanation();
        return groups;
    }

    List<Moment> moments() {
        explanation();
        return moments;
    }

    /** The groups that are open, by their numbers. */
    Set<Integer> open() {
        Opened opened = model.experiment().view().computation();
        List<Integer> chosen = opened.groups();
        return chosen == null
                ? ComputationGroups.usuallyOpen(groups(), explanation().graph())
                : ComputationGroups.fitting(groups(), new LinkedHashSet<>(chosen), 0);
    }

    /** The groups that are open once one more is, or is folded. */
    List<Integer> toggled(int group) {
        Set<Integer> changed = new LinkedHashSet<>(open());
        if (!changed.remove(group)) {
            changed.add(group);
        }
        return new ArrayList<>(ComputationGroups.fitting(groups(), changed, group));
    }

    /** Where the present moment is among all; their number if all is done. A moment without a derivative is the next that has one. */
    int index() {
        Moment moment = model.experiment().view().computation().moment();
        if (moment == null) {
            return moments().size();
        }
        for (int i = 0; i < moments().size(); i++) {
            Moment other = moments().get(i);
            if (other.pass() == moment.pass()
                    && (moment.pass() == Moment.Pass.BACKWARD
                            ? other.op() <= moment.op()
                            : other.op() >= moment.op())) {
                return i;
            }
        }
        return moments().size();
    }

    /** The moment of an index, null for the end or beyond. */
    @Nullable Moment moment(int index) {
        return index < moments().size() ? moments().get(Math.max(0, index)) : null;
    }
}
