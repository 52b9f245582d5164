package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.fallline.autodiff.Explanation.Flow;
import org.fallline.autodiff.Explanation.Part;
import org.fallline.math.Decimal;
import org.fallline.say.Say;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A computation as far as it has come at a moment: which values are known, which derivatives have flowed, and what is done now.
 *
 * <p>It is made for one run of its {@link Explanation}, of which it reads the numbers.
 */
public final class Progress {
    private static final int DIGITS = 6;

    private final Explanation explanation;
    private final @Nullable Moment moment;
    private final List<Node> tape;
    private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final IdentityHashMap<Node, Tensor> sums = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> arrived = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> uses = new IdentityHashMap<>();

    /**
     * What is done at a moment, in formulas and in numbers.
     *
     * @param formula as in {@code ∂L/∂W = xᵀ @ ∂L/∂xW}
     * @param numbers the same with numbers put in, and the result
     * @param local the local derivative, as in {@code ∂xW/∂W = xᵀ = [[1], [2]]}; empty on the way forward
     * @param sum where the derivatives of several uses meet, how the sum grows; else empty
     */
    public record Rule(String formula, String numbers, String local, String sum) {}

    /**
     * What an explanation is at a moment.
     *
     * @param moment null once all is done
     */
    public Progress(Explanation explanation, @Nullable Moment moment) {
        this.explanation = explanation;
        this.moment = moment;
        this.tape = explanation.tape();
        for (Node node : tape) {
            numbers.put(node, numbers.size() + 1);
        }
        if (hasDerivatives()) {
            sums.put(explanation.loss(), Tensor.filled(explanation.loss().shape(), 1));
        }
        for (Flow flow : explanation.flows()) {
            uses.merge(flow.receiver(), 1, Integer::sum);
            if (hasPassedOn(flow.user())) {
                flows.add(flow);
                arrived.merge(flow.receiver(), 1, Integer::sum);
                Tensor value = flow.value().tensor();
                Tensor before = sums.get(flow.receiver());
                sums.put(flow.receiver(), before == null ? value : sum(before, value));
            }
        }
    }

    /** Added as the reverse pass adds. */
    private static Tensor sum(Tensor a, Tensor b) {
        double[] sum = a.toArray();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b.at(i);
        }
        return Tensor.of(a.shape(), sum, 0);
    }

    private boolean hasDerivatives() {
        return moment == null || moment.pass() != Moment.Pass.FORWARD;
    }

    private boolean hasPassedOn(Node user) {
        return moment == null || (moment.pass() == Moment.Pass.BACKWARD && number(user) >= moment.op());
    }

    /** The moment; null once all is done. */
    public @Nullable Moment moment() {
        return moment;
    }

    public Explanation explanation() {
        return explanation;
    }

    /** The number of a node on the tape, from 1; 0 for a leaf. */
    public int number(Node node) {
        Integer number = numbers.get(node);
        return number == null ? 0 : number;
    }

    /** Whether a node has its value by now. */
    public boolean isComputed(Node node) {
        return moment == null || moment.pass() != Moment.Pass.FORWARD || number(node) <= moment.op();
    }

    /** The node that something is done with now; null once all is done. */
    public @Nullable Node current() {
        return moment == null
                ? null
                : moment.pass() == Moment.Pass.LOSS ? explanation.loss() : tape.get(moment.op() - 1);
    }

    /** Whether something goes along an edge now, from a node to one that uses it, or back. */
    public boolean isCurrent(Node from, Node user) {
        return moment != null
                && moment.pass() != Moment.Pass.LOSS
                && user == current()
                && user.inputs().contains(from);
    }

    /** What has flowed back by now. */
    public List<Flow> flows() {
        return flows;
    }

    /** The derivative of the loss by a node as far as it has been summed up; null as long as nothing has arrived. */
    public @Nullable Tensor derivative(Node node) {
        return sums.get(node);
    }

    /** Whether more is to be added to the derivative by a node. */
    public boolean isPartial(Node node) {
        Integer all = uses.get(node);
        Integer now = arrived.get(node);
        return all != null && now != null && now < all;
    }

    /** What is done now: one rule on the way forward, and on the way back one for each operand that a derivative flows to. */
    public List<Rule> rules() {
        Moment now = moment;
        Node node = current();
        List<Rule> rules = new ArrayList<>();
        if (now == null || node == null) {
            return rules;
        }
        switch (now.pass()) {
            case FORWARD -> {
                Explanation.Forward line = explanation.forward(node);
                rules.add(new Rule(
                        line.name() + " = " + line.formula(),
                        line.numbers() + " = " + line.value().brief(DIGITS),
                        "",
                        ""));
            }
            case LOSS -> {
                String name = explanation.graph().name(node);
                rules.add(new Rule("∂" + name + "/∂" + name + " = 1", "", "", ""));
            }
            case BACKWARD -> {
                List<Part> parts = explanation.passed(node);
                List<Flow> passed =
                        flows.stream().filter(flow -> flow.user() == node).toList();
                for (int i = 0; i < parts.size(); i++) {
                    rules.add(rule(passed.get(i).receiver(), parts.get(i)));
                }
            }
        }
        return rules;
    }

    private Rule rule(Node receiver, Part part) {
        String derivative = "∂" + explanation.graph().name(explanation.loss()) + "/∂" + part.receiver();
        Integer count = uses.get(receiver);
        boolean meets = count != null && count > 1;
        String value = part.value().brief(DIGITS);
        String numbers = part.numbers().equals(value) ? value : part.numbers() + " = " + value;
        return new Rule(
                meets
                        ? Say.of("progress.gets", "{0} gets {1}", derivative, part.formula())
                        : derivative + " = " + part.formula(),
                numbers,
                local(part),
                meets ? sum(derivative, receiver) : "");
    }

    private static String local(Part part) {
        String local = "∂" + part.user() + "/∂" + part.receiver() + " = " + part.local();
        String value = part.localValue().brief(DIGITS);
        boolean saysItself = value.replace("[", "").replace("]", "").equals(part.local());
        return saysItself ? local : local + " = " + value;
    }

    /** How the derivative by a node is formed: one rule a use of it. */
    public List<Rule> received(Node node) {
        List<Rule> rules = new ArrayList<>();
        for (Part part : explanation.received(node)) {
            rules.add(rule(node, part));
        }
        return rules;
    }

    /** How the sum has grown by now, part by part. */
    private String sum(String derivative, Node receiver) {
        StringBuilder out = new StringBuilder(derivative).append(" = ");
        int used = 0;
        for (Flow flow : flows) {
            if (flow.receiver() == receiver) {
                String value = flow.value().brief(DIGITS);
                out.append(used++ == 0 ? "" : value.startsWith("-") ? " − " : " + ");
                out.append(used > 1 && value.startsWith("-") ? value.substring(1) : value);
            }
        }
        Tensor sum = sums.get(receiver);
        if (used > 1 && sum != null) {
            out.append(" = ").append(sum.brief(DIGITS));
        }
        Integer all = uses.get(receiver);
        return Say.of("progress.uses", "{0} ({1} of {2} uses)", out, used, String.valueOf(all));
    }

    /** What is done now, in one line for a reader: {@code Backward, op 3 of 7: v3 = x²}. */
    public String title() {
        Moment now = moment;
        Node node = current();
        if (now == null || node == null) {
            return Say.of("progress.all", "All values and gradients");
        }
        if (now.pass() == Moment.Pass.LOSS) {
            return Say.of(
                    "progress.loss",
                    "The loss: {0} = {1}",
                    explanation.graph().name(node),
                    Decimal.typeset(explanation.value(node).brief(DIGITS)));
        }
        Explanation.Forward line = explanation.forward(node);
        String equation = line.name() + " = " + line.formula();
        return now.pass() == Moment.Pass.FORWARD
                ? Say.of("progress.forward", "Forward, op {0} of {1}: {2}", now.op(), tape.size(), equation)
                : Say.of("progress.backward", "Backward, op {0} of {1}: {2}", now.op(), tape.size(), equation);
    }
}
