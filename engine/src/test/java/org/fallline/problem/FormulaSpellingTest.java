package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.Activations;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

/** However an expression is spelled, it is read as what Ops makes of it, bit for bit. */
class FormulaSpellingTest {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private static final List<String> VARIABLES = List.of("x", "y", "x1", "z₂", "w_in", "theta");

    private static final List<String> NUMBERS = List.of("2", "3", "0.5", ".25", "1e-3", "10.", "1.5E1");

    private record Named(String name, UnaryOperator<Node> function) {}

    private static final List<Named> FUNCTIONS = List.of(
            new Named("sin", Ops::sin),
            new Named("exp", Ops::exp),
            new Named("atan", Ops::atan),
            new Named("log1p", Ops::log1p),
            new Named("sqrt", Ops::sqrt),
            new Named("gelu", Activations::gelu));

    /**
     * An expression twice.
     *
     * @param text one of its spellings
     * @param binding how tightly the text binds
     * @param node what Ops makes of it, of one node a variable
     */
    private record Spelled(String text, int binding, Function<List<Node>, Node> node) {
        /** The text where at least so tight a binding is needed, sometimes in parentheses that it does not need. */
        String in(int context, Random random) {
            return binding < context || random.nextInt(8) == 0
                    ? "(" + space(random) + text + space(random) + ")"
                    : text;
        }

        Node of(List<Node> variables) {
            return node.apply(variables);
        }
    }

    @Test
    void parse_anySpellingOfAnExpression_isWhatOpsMakesOfIt() {
        ParameterLayout layout = ParameterLayout.scalars(VARIABLES);
        Cases.forEachSeed(Cases.LONG ? 200_000 : 2500, random -> {
            Spelled expression = expression(1 + random.nextInt(5), random);
            Formula formula = Formula.parse(expression.text());
            double[] params = random.doubles(VARIABLES.size(), -2, 2).toArray();
            double[] expected = new double[params.length];
            double[] read = new double[params.length];
            assertEquals(
                    ValueAndGradient.of(layout, expression::of).valueAndGradient(params, expected),
                    ValueAndGradient.of(layout, nodes -> formula.apply(used(formula, nodes)))
                            .valueAndGradient(params, read),
                    expression.text());
            assertArrayEquals(expected, read, 0, expression.text());
        });
    }

    private static List<Node> used(Formula formula, List<Node> nodes) {
        return formula.variables().stream()
                .map(name -> nodes.get(VARIABLES.indexOf(name)))
                .toList();
    }

    private static Spelled expression(int depth, Random random) {
        if (depth == 0) {
            return leaf(random);
        }
        Spelled a = expression(depth - 1, random);
        Spelled b = expression(random.nextInt(depth), random);
        return switch (random.nextInt(11)) {
            case 0 -> infix(a, "+", PRODUCT, b, SUM, Ops::add, random);
            case 1 -> infix(a, pick(random, "-", "−"), PRODUCT, b, SUM, Ops::subtract, random);
            case 2 -> infix(a, pick(random, "*", "·", "×"), SIGN, b, PRODUCT, Ops::multiply, random);
            case 3 -> infix(a, pick(random, "/", "÷"), SIGN, b, PRODUCT, Ops::divide, random);
            case 4 -> implied(a, b, random);
            case 5 -> new Spelled("-" + space(random) + a.in(SIGN, random), SIGN, x -> Ops.negate(a.of(x)));
            case 6 -> power(a, b, random);
            case 7 -> raised(a, random);
            case 8 -> call(a, random);
            case 9 ->
                random.nextBoolean()
                        ? new Spelled("|" + a.text() + "|", ATOM, x -> Ops.abs(a.of(x)))
                        : new Spelled("√" + a.in(POWER, random), POWER, x -> Ops.sqrt(a.of(x)));
            default ->
                random.nextBoolean()
                        ? new Spelled(
                                "max(" + a.text() + "," + space(random) + b.text() + ")",
                                ATOM,
                                x -> Ops.maximum(a.of(x), b.of(x)))
                        : new Spelled(
                                "where(" + a.text() + pick(random, "<=", "≤") + b.text() + "," + b.text() + ",1)",
                                ATOM,
                                x -> Ops.where(Ops.lessEqual(a.of(x), b.of(x)), b.of(x), Ops.constant(1)));
        };
    }

    private static Spelled leaf(Random random) {
        if (random.nextInt(3) == 0) {
            String number = pick(random, NUMBERS.toArray(new String[0]));
            return new Spelled(number, ATOM, x -> Ops.constant(Double.parseDouble(number)));
        }
        if (random.nextInt(8) == 0) {
            return new Spelled(pick(random, "pi", "π"), ATOM, x -> Ops.constant(Math.PI));
        }
        if (random.nextInt(8) == 0) {
            return new Spelled("e", ATOM, x -> Ops.constant(Math.E));
        }
        if (random.nextInt(8) == 0) {
            return new Spelled("2xy", PRODUCT, x -> Ops.multiply(Ops.multiply(Ops.constant(2), x.get(0)), x.get(1)));
        }
        int variable = random.nextInt(VARIABLES.size());
        return new Spelled(VARIABLES.get(variable), ATOM, x -> x.get(variable));
    }

    private static Spelled infix(
            Spelled a, String sign, int right, Spelled b, int binding, BinaryOperator<Node> op, Random random) {
        return new Spelled(
                a.in(binding, random) + space(random) + sign + space(random) + b.in(right, random),
                binding,
                x -> op.apply(a.of(x), b.of(x)));
    }

    /** A product without a sign where the right factor can follow so; its letters must not run into a word before it. */
    private static Spelled implied(Spelled a, Spelled b, Random random) {
        String left = a.in(PRODUCT, random);
        String right = b.in(POWER, random);
        char last = left.charAt(left.length() - 1);
        char first = right.charAt(0);
        boolean sign = Character.isDigit(first) || first == '.' || first == '|';
        boolean joins = first == '(' || first == '√' || last == ')' || last == '|' || NUMBERS.contains(left);
        String between = sign ? "*" : joins ? space(random) : " ";
        return new Spelled(left + between + right, PRODUCT, x -> Ops.multiply(a.of(x), b.of(x)));
    }

    private static Spelled power(Spelled a, Spelled b, Random random) {
        String text = a.in(ATOM, random) + pick(random, "^", "**", " ^ ") + b.in(SIGN, random);
        return new Spelled(text, POWER, x -> power(a.of(x), b.of(x)));
    }

    private static Node power(Node base, Node exponent) {
        if (isConstant(exponent, 2)) {
            return Ops.square(base);
        }
        return isConstant(base, Math.E) ? Ops.exp(exponent) : Ops.power(base, exponent);
    }

    private static boolean isConstant(Node node, double value) {
        return node.isConcrete() && node.value().item() == value;
    }

    private static Spelled raised(Spelled a, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Spelled(a.in(ATOM, random) + "²", POWER, x -> Ops.square(a.of(x)));
            case 1 -> new Spelled(a.in(ATOM, random) + "⁻³", POWER, x -> power(a.of(x), Ops.constant(-3)));
            default ->
                new Spelled(
                        "sin" + pick(random, "²(", "² (") + a.text() + ")", ATOM, x -> Ops.square(Ops.sin(a.of(x))));
        };
    }

    private static Spelled call(Spelled a, Random random) {
        Named function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        String text = function.name() + space(random) + "(" + space(random) + a.text() + ")";
        return new Spelled(text, ATOM, x -> function.function().apply(a.of(x)));
    }

    private static String pick(Random random, String... spellings) {
        return spellings[random.nextInt(spellings.length)];
    }

    private static String space(Random random) {
        return random.nextInt(4) == 0 ? " " : "";
    }
}
