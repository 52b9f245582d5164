package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.fallline.math.Decimal;
import org.fallline.tensor.Tensor;

/**
 * A report of how the derivatives of a function by its rules compare with central differences, element by element.
 *
 * <pre>
 * numeric = (f(x + h) − f(x − h)) / 2h          h = 2⁻¹⁷ max(1, |x|)
 * error   = |analytic − numeric|
 * allowed = 10⁻⁶ max(1, |analytic|, |numeric|) + 2⁻⁵⁰ max |f(x ± h)| / 2h
 * </pre>
 *
 * <p>The step is near the cube root of a double's precision, where what the difference truncates and what it rounds balance; the
 * last term is the rounding of a large f. At a kink or a pole the two rightly differ. Source: W. H. Press et al.,
 * <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, section 5.7.
 *
 * @param derivatives one for each element of the value by each element of each argument
 */
public record GradientCheck(List<Derivative> derivatives) {
    private static final double STEP = 0x1p-17;
    private static final double RELATIVE_TOLERANCE = 1e-6;
    private static final double ROUNDING = 0x1p-50;

    /** A page of a terminal. */
    private static final int MOST_ROWS = 20;

    private static final int DIGITS = 10;
    private static final List<String> HEADINGS =
            List.of("derivative", "analytic", "numeric", "error", "allowed", "step");

    /**
     * One partial derivative, twice.
     *
     * @param name as in {@code ∂y₂/∂x₁,₃}: which element of the value by which element of which argument, counted from 1
     * @param analytic by the rules
     * @param numeric by the central difference
     * @param allowed the error up to which the two agree
     * @param step h
     */
    public record Derivative(String name, double analytic, double numeric, double allowed, double step) {
        /** How far the two are apart; NaN if one of them is. */
        public double error() {
            return Math.abs(analytic - numeric);
        }

        /** The error in comparison with the greater of the two; 0 if both are. */
        public double relativeError() {
            double greater = greatest(0, analytic, numeric);
            return error() == 0 ? 0 : error() / greater;
        }

        /** Whether the two agree; what is not finite agrees with nothing. */
        public boolean agrees() {
            return error() <= allowed && error() < Double.POSITIVE_INFINITY;
        }

        /** The error in units of what is allowed. */
        private double badness() {
            double ratio = error() / allowed;
            return ratio >= 0 && error() < Double.POSITIVE_INFINITY ? ratio : Double.POSITIVE_INFINITY;
        }

        private List<String> cells() {
            return List.of(
                    name,
                    Decimal.text(analytic, DIGITS),
                    Decimal.text(numeric, DIGITS),
                    Decimal.text(error(), 2),
                    Decimal.text(allowed, 2),
                    Decimal.text(step, 2));
        }
    }

    public GradientCheck {
        derivatives = List.copyOf(derivatives);
    }

    /** Checks a function of concrete nodes; an element of an argument costs two evaluations, one of the value a reverse pass. */
    static GradientCheck of(Function<List<Node>, Node> f, List<Node> at) {
        Node value = f.apply(at);
        List<String> names = new ArrayList<>();
        for (Node node : at) {
            String label = node.label();
            names.add(label != null ? label : at.size() == 1 ? "x" : "x" + (names.size() + 1));
        }
        List<String> inputs =
                new ParameterLayout(names, at.stream().map(Node::shape).toList()).elementNames();
        List<String> outputs = new ParameterLayout(List.of("y"), List.of(value.shape())).elementNames();
        double[][] rows = new double[outputs.size()][];
        for (int k = 0; k < rows.length; k++) {
            double[] basis = new double[rows.length];
            basis[k] = 1;
            rows[k] = flat(
                    Autodiff.vjp(f, at, Ops.constant(Tensor.of(value.shape(), basis, 0)))
                            .derivative(),
                    inputs.size());
        }
        List<Derivative> derivatives = new ArrayList<>();
        int column = 0;
        for (int i = 0; i < at.size(); i++) {
            for (int element = 0; element < at.get(i).shape().size(); element++) {
                double x = at.get(i).value().at(element);
                double step = step(x);
                Tensor above = f.apply(with(at, i, element, x + step)).value();
                Tensor below = f.apply(with(at, i, element, x - step)).value();
                // As rounded, the points are not exactly a double step apart.
                double width = x + step - (x - step);
                for (int k = 0; k < rows.length; k++) {
                    String name = "∂" + outputs.get(k) + "/∂" + inputs.get(column);
                    derivatives.add(derivative(name, rows[k][column], above.at(k), below.at(k), width));
                }
                column++;
            }
        }
        return new GradientCheck(derivatives);
    }

    /** How far from a number the two points are. */
    static double step(double x) {
        return STEP * (Math.abs(x) > 1 ? Math.abs(x) : 1);
    }

    static Derivative derivative(String name, double analytic, double above, double below, double width) {
        double numeric = (above - below) / width;
        double allowed =
                RELATIVE_TOLERANCE * greatest(1, analytic, numeric) + ROUNDING * greatest(0, above, below) / width;
        return new Derivative(name, analytic, numeric, allowed, width / 2);
    }

    private static double greatest(double least, double a, double b) {
        double greatest = least;
        greatest = Math.abs(a) > greatest ? Math.abs(a) : greatest;
        return Math.abs(b) > greatest ? Math.abs(b) : greatest;
    }

    private static double[] flat(List<Node> parts, int size) {
        double[] values = new double[size];
        int at = 0;
        for (Node part : parts) {
            part.value().copyTo(values, at);
            at += part.shape().size();
        }
        return values;
    }

    private static List<Node> with(List<Node> at, int index, int element, double value) {
        double[] moved = at.get(index).value().toArray();
        moved[element] = value;
        List<Node> arguments = new ArrayList<>(at);
        arguments.set(index, Ops.constant(Tensor.of(at.get(index).shape(), moved, 0)));
        return arguments;
    }

    /** Whether all agree. */
    public boolean passed() {
        return derivatives.stream().allMatch(Derivative::agrees);
    }

    /**
     * The one whose error is greatest in comparison with what is allowed.
     *
     * @throws IllegalStateException if there is none, for an empty argument or value
     */
    public Derivative worst() {
        if (derivatives.isEmpty()) {
            throw new IllegalStateException("there is no derivative by an empty argument or of an empty value");
        }
        return worst(1).get(0);
    }

    /** Some of the worst, in the order of the report. */
    private List<Derivative> worst(int count) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < derivatives.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> -derivatives.get(i).badness()));
        return order.stream().limit(count).sorted().map(derivatives::get).toList();
    }

    /** The verdict, where the worst error is, and a table of the derivatives, of the worst if there are many. */
    @Override
    public String toString() {
        if (derivatives.isEmpty()) {
            return "passed: there is no derivative to check\n";
        }
        long wrong =
                derivatives.stream().filter(derivative -> !derivative.agrees()).count();
        StringBuilder out = new StringBuilder(wrong == 0 ? "passed: all " : "failed: " + wrong + " of ")
                .append(derivatives.size())
                .append(wrong == 0 ? " derivatives agree" : " derivatives differ")
                .append("; the worst error is ")
                .append(Decimal.text(worst().error(), 2))
                .append(" at ")
                .append(worst().name())
                .append('\n');
        List<List<String>> table = new ArrayList<>(List.of(HEADINGS));
        List<Derivative> shown = worst(MOST_ROWS);
        shown.forEach(derivative -> table.add(derivative.cells()));
        for (int i = 0; i < table.size(); i++) {
            appendRow(table, i, i > 0 && !shown.get(i - 1).agrees(), out);
        }
        int rest = derivatives.size() - shown.size();
        return rest == 0
                ? out.toString()
                : out.append("and ").append(rest).append(" that agree better\n").toString();
    }

    private static void appendRow(List<List<String>> table, int row, boolean marked, StringBuilder out) {
        for (int column = 0; column < HEADINGS.size(); column++) {
            String cell = table.get(row).get(column);
            int width = 0;
            for (List<String> cells : table) {
                width = Math.max(width, cells.get(column).length());
            }
            String space = " ".repeat(width - cell.length());
            // Names stand at the left, numbers at the right.
            out.append(column == 0 ? (marked ? "! " : "  ") + cell + space : "  " + space + cell);
        }
        out.append('\n');
    }
}
