package org.fallline.problem;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.fallline.autodiff.GradientTape;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar that {@link Formula} prints, by its values and by its refusals. */
class FormulaTest {
    private static final double X = 1.7;
    private static final double Y = -0.6;

    static Stream<Arguments> formulas() {
        return Stream.of(
                // Numbers
                row("7", (x, y) -> 7),
                row("0.5 + .5 + 5. + 007 + 00.5", (x, y) -> 13.5),
                row("1e3 + 1E-3 + 1.5e+2 + 1.e1", (x, y) -> 1160.001),
                row("0.1 + 0.2", (x, y) -> 0.1 + 0.2),
                row("1e308", (x, y) -> 1e308),
                row("1e-400", (x, y) -> 0),
                // Precedence
                row("1 + 2*3 - 4/2", (x, y) -> 5),
                row("8 - 4 - 2", (x, y) -> 2),
                row("8/4/2", (x, y) -> 1),
                row("-x^2", (x, y) -> -(x * x)),
                row("(-x)^2", (x, y) -> x * x),
                row("2^3^2", (x, y) -> 512),
                row("(2^3)^2", (x, y) -> 64),
                row("2^-x", (x, y) -> Math.pow(2, -x)),
                row("2^+x", (x, y) -> Math.pow(2, x)),
                row("2*-x", (x, y) -> 2 * -x),
                row("x - -y", (x, y) -> x + y),
                row("--x", (x, y) -> x),
                row("+-+x", (x, y) -> -x),
                row("-x*y", (x, y) -> -(x * y)),
                row("x**2 * y ** 3", (x, y) -> x * x * y * y * y),
                row("x^0", (x, y) -> 1),
                row("2^0.5", (x, y) -> Math.sqrt(2)),
                // Implied products
                row("2x", (x, y) -> 2 * x),
                row("2 x", (x, y) -> 2 * x),
                row("2x^2", (x, y) -> 2 * x * x),
                row("x y", (x, y) -> x * y),
                row("x(y+1)", (x, y) -> x * (y + 1)),
                row("(x+1)(y+1)", (x, y) -> (x + 1) * (y + 1)),
                row("2(x)", (x, y) -> 2 * x),
                row("3 sin(x)", (x, y) -> 3 * Math.sin(x)),
                row("3sin(x)cos(y)", (x, y) -> 3 * Math.sin(x) * Math.cos(y)),
                row("-2x", (x, y) -> -2 * x),
                row("2x y^2", (x, y) -> 2 * x * y * y),
                // From left to right, as all products: 1/2x is half of x, as in Python and on most calculators
                row("1/2x", (x, y) -> x / 2),
                row("1/(2x)", (x, y) -> 1 / (2 * x)),
                row("1/2/x", (x, y) -> 0.5 / x),
                row("x^2y", (x, y) -> x * x * y),
                row("2e", (x, y) -> 2 * Math.E),
                row("2e3x", (x, y) -> 2000 * x),
                row("2pi x", (x, y) -> 2 * Math.PI * x),
                // Unicode
                row("−x² + 3x³", (x, y) -> -(x * x) + 3 * x * x * x),
                row("2·x × y ÷ 4", (x, y) -> 2 * x * y / 4),
                row("π + x", (x, y) -> Math.PI + x),
                row("x\u00a0+\u2009y", (x, y) -> x + y),
                row("\tx\n+\ny ", (x, y) -> x + y),
                // Names
                row("e^x", (x, y) -> Math.exp(x)),
                row("exp(x)", (x, y) -> Math.exp(x)),
                row("e^2", (x, y) -> Math.E * Math.E),
                row("tau", (x, y) -> 2 * Math.PI),
                row("ln(x) - log(x)", (x, y) -> 0),
                row("sqrt(x) + abs(y)", (x, y) -> Math.sqrt(x) + Math.abs(y)),
                row("tan(x)", (x, y) -> Math.tan(x)),
                row("sign(y) + relu(y) + relu(x)", (x, y) -> -1 + x),
                row("tanh(x) + sigmoid(y)", (x, y) -> Math.tanh(x) + 1 / (1 + Math.exp(-y))),
                row("sin (x)", (x, y) -> Math.sin(x)),
                row("sin(x)^2 + cos(x)^2", (x, y) -> 1),
                row("((((x))))", (x, y) -> x),
                // Words are products of letters
                row("2xy", (x, y) -> 2 * x * y),
                row("xy^2", (x, y) -> x * y * y),
                row("x^yx", (x, y) -> Math.pow(x, y) * x),
                row("xy(x + 1)", (x, y) -> x * y * (x + 1)),
                row("xsin(y)", (x, y) -> x * Math.sin(y)),
                row("2xexp(y)ycos(x)", (x, y) -> 2 * x * Math.exp(y) * y * Math.cos(x)),
                row("pix", (x, y) -> Math.PI * x),
                row("xe", (x, y) -> x * Math.E),
                row("2τ", (x, y) -> 4 * Math.PI),
                // Bars
                row("|y|", (x, y) -> Math.abs(y)),
                row("2|y|x", (x, y) -> 2 * Math.abs(y) * x),
                row("|x||y|", (x, y) -> x * Math.abs(y)),
                row("||y| - x|", (x, y) -> Math.abs(Math.abs(y) - x)),
                row("|y|^3", (x, y) -> Math.pow(Math.abs(y), 3)),
                row("|-2(|y| + 1)|", (x, y) -> 2 * (Math.abs(y) + 1)),
                row("|max(|y|, 1)|", (x, y) -> 1),
                // Roots and raised numbers
                row("√x", (x, y) -> Math.sqrt(x)),
                row("√x^4", (x, y) -> x * x),
                row("2√2x", (x, y) -> 2 * Math.sqrt(2) * x),
                row("√√(16)", (x, y) -> 2),
                row("x⁻¹", (x, y) -> 1 / x),
                row("x¹⁰ + x⁰", (x, y) -> Math.pow(x, 10) + 1),
                row("x²²", (x, y) -> Math.pow(x, 22)),
                row("2^x²", (x, y) -> Math.pow(2, x * x)),
                row("x²y⁺³", (x, y) -> x * x * y * y * y),
                row("sin²(x) + cos³(y)", (x, y) -> Math.pow(Math.sin(x), 2) + Math.pow(Math.cos(y), 3)),
                // Every other function
                row("asin(y) + acos(y) + atan(x)", (x, y) -> Math.asin(y) + Math.acos(y) + Math.atan(x)),
                row("sinh(x) + cosh(y)", (x, y) -> Math.sinh(x) + Math.cosh(y)),
                row("sinh(asinh(x)) + cosh(acosh(x)) + tanh(atanh(y))", (x, y) -> x + x + y),
                row("expm1(x) + log1p(y)", (x, y) -> Math.expm1(x) + Math.log1p(y)),
                row("log2(8x) + log10(x)", (x, y) -> 3 + Math.log(x) / Math.log(2) + Math.log10(x)),
                // DLMF 7.9: erf 1 = 0.84270 07929 49714 86934
                row("erf(1)", (x, y) -> 0.8427007929497149),
                row("step(x) + step(y)", (x, y) -> 1),
                row("softplus(x)", (x, y) -> Math.log(1 + Math.exp(x))),
                row("leakyRelu(x) + leakyRelu(y)", (x, y) -> x + 0.2 * y),
                row("elu(x) + elu(y)", (x, y) -> x + Math.expm1(y)),
                // Klambauer et al. 2017: λ = 1.05070098735548, α = 1.67326324235438
                row("selu(y)", (x, y) -> 1.0507009873554805 * 1.6732632423543772 * Math.expm1(y)),
                row("gelu(√2)", (x, y) -> Math.sqrt(2) / 2 * (1 + 0.8427007929497149)),
                row("swish(x)", (x, y) -> x / (1 + Math.exp(-x))),
                row("pow(x, 3) + pow(2, y)", (x, y) -> x * x * x + Math.pow(2, y)),
                row("max(x, y) + 2min(x, y)", (x, y) -> x + 2 * y),
                row("max(y, 0.5, x, 1)", (x, y) -> x),
                row("clip(x, 0, 1) + clip(y, 0, 1) + clip(x, y, 3)", (x, y) -> 1 + x),
                row("where(x > y, 3, 4) + 10where(x<y, 3, 4)", (x, y) -> 43),
                row("where(x >= x, 1, 2) + where(x ≤ y, 1, 2)", (x, y) -> 3),
                row("where(x == 1.7, 1, 2) + where(x != 1.7, 1, 2) + where(y ≠ 1, 5, 6)", (x, y) -> 8),
                row("where(x + y ≥ 2xy, √x, log(y))", (x, y) -> Math.sqrt(x)),
                // Signs of mathematics
                row("x – y ⋅ x ∕ 2 ∗ y", (x, y) -> x - y * x / 2 * y),
                // The functions of the menu and the issue
                row("(1 - x)^2 + 100 (y - x^2)^2", (x, y) -> (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)),
                row("x^2*sin(y)", (x, y) -> x * x * Math.sin(y)));
    }

    private static Arguments row(String formula, DoubleBinaryOperator java) {
        return Arguments.of(formula, java);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void value_ofAFormula_isThatOfJavasArithmetic(String text, DoubleBinaryOperator java) {
        Formula formula = Formula.parse(text);
        List<Node> values = formula.variables().stream()
                .map(name -> Ops.constant(name.equals("x") ? X : Y))
                .toList();
        double expected = java.applyAsDouble(X, Y);
        // A few roundings of intermediate results of the order of 100 at most.
        double tolerance = 16 * Math.ulp(Math.max(100, Math.abs(expected)));
        assertEquals(expected, formula.apply(values).value().item(), tolerance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + y | [x, y]",
                "y + x + y | [y, x]",
                "xy | [x, y]",
                "x y | [x, y]",
                "speed | [s, p, d]",
                "x1y2 | [x1, y2]",
                "x1 + x_2 + x₃ + x₁₂ + xᵢ | [x1, x_2, x₃, x₁₂, xᵢ]",
                "w_in v_out2 | [w_in, v_out2]",
                "e + pi | []",
                "e1 + pi2 | [e1, pi2]",
                "E + P | [E, P]",
                "alpha x + beta1 y | [alpha, x, beta1, y]",
                "alphabeta | [alpha, beta]",
                "2thetax | [theta, x]",
                "mu + nu xi | [mu, nu, xi]",
                "num | [n, u, m]",
                "θ·φ₂ + Γ | [θ, φ₂, Γ]",
                "größe | [g, r, ö, ß]",
                "xlog2(y) | [x, y]",
                "ab(c + d) | [a, b, c, d]",
                "f(x) | [f, x]",
                "_ | [_]"
            })
    void variables_ofAFormula_areItsOtherWordsInOrderOfAppearance(String formula, String variables) {
        assertEquals(variables, Formula.parse(formula).variables().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // formula | 0-based position | part of the message
                "~~ | 0 | the formula is empty: expected something like x^2 + y^2",
                "~  ~ | 2 | the formula is empty",
                "x + | 3 | expected a number, a variable, a function or '(' but found the end of the formula",
                "x + * y | 4 | but found '*'",
                "* x | 0 | but found '*'",
                "x ^ | 3 | found the end of the formula",
                "x^^2 | 2 | found '^'",
                "x²^3 | 2 | expected an operator or the end of the formula but found '^'",
                "x * * y | 4 | found '*'",
                "(x + 1 | 0 | '(' is never closed: a ')' is missing",
                "2(x(y + 1) + 3 | 1 | '(' is never closed",
                "sin(x + 1 | 3 | '(' is never closed",
                "~2|x + 1~ | 1 | ~'|' is never closed: a '|' is missing~",
                "~(|x)~ | 3 | ~expected an operator or '|' but found ')'~",
                "(x + 1] | 6 | expected an operator or ')' but found ']'; group with ( and )",
                "x + 1) | 5 | a ')' without its '('",
                "() | 1 | found ')'",
                "sin | 3 | expected '(' after sin, as in sin(x), but found the end of the formula",
                "sin x | 4 | expected '(' after sin, as in sin(x), but found 'x'",
                "2sinx | 4 | expected '(' after sin, as in sin(x), but found 'x'",
                "sin^2(x) | 3 | expected '(' after sin",
                "sin⁻¹(x) | 3 | reads in two ways: write 1/sin(x)",
                "sin(x, y) | 5 | sin takes 1 argument, as in sin(x), but found another",
                "sin() | 4 | sin takes 1 argument, as in sin(x), but found none",
                "pow(x) | 5 | pow takes 2 arguments, as in pow(x, n), but found only 1",
                "clip(x, 1, 2, 3) | 12 | clip takes 3 arguments, as in clip(x, low, high), but found another",
                "max() | 4 | max takes at least 1 argument",
                "max(x) | 3 | max of one argument goes over the rows of data, but this formula has no data",
                "where(x, 1, 2) | 7 | expected a comparison such as x > 0 but found ','",
                "where(x = 0, 1, 2) | 8 | expected a comparison such as x > 0 but found '='",
                "x + sum(y) | 7 | sum goes over the rows of data, but this formula has no data",
                "sinus(x) | 0 | there is no function sinus; did you mean sin? In a product put * or a space",
                "Sin(x) | 0 | there is no function Sin; did you mean sin?",
                "arcsin(x) | 0 | did you mean asin?",
                "x sine(y) | 2 | did you mean sin?",
                "cosine(x) | 0 | did you mean cos?",
                "exo(x) | 0 | did you mean exp?",
                "sqr(x) | 0 | did you mean sqrt?",
                "leakyrelu(x) | 0 | did you mean leakyRelu?",
                "xysin(z) | 0 | there is no function xysin; did you mean sin?",
                "3 + foo(x) | 4 | there is no function foo; there are sin, cos, tan",
                "Pi x | 0 | there is no Pi; did you mean pi?",
                "x + SIN | 4 | there is no SIN; did you mean sin?",
                "x 2 | 2 | expected an operator or the end of the formula but found '2'; put * or ^ before a number",
                "1 2 | 2 | found '2'",
                "1.2.3 | 3 | found '.'",
                ". | 0 | expected a digit beside the point",
                "x + .e3 | 4 | expected a digit beside the point",
                "1e400 | 0 | the number 1e400 is beyond the range of a double",
                "0,5 x | 1 | found ','; a comma stands only between the arguments of a function, and the decimal sign",
                "y = x^2 | 2 | a formula is only what stands behind the equals sign",
                "f(x, y) = x^2 | 8 | a formula is only what stands behind the equals sign",
                "x^2 = 2 | 4 | found '='; a formula has no equals sign",
                "x + 1; | 5 | found ';'",
                "x % 2 | 2 | found '%'",
                "x! | 1 | found '!'",
                "x + 😀 | 4 | found '😀'",
                "x < y | 2 | found '<'; a comparison stands only at the beginning of where(…)",
                "eˣ | 1 | found 'ˣ'; write a power with ^, as in e^x",
                "[x] | 0 | found '['; group with ( and )"
            })
    void parse_malformedFormula_saysWhereAndWhatWasExpected(String formula, int position, String message) {
        FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse(formula));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).endsWith(" at position " + (position + 1)), e.getMessage());
        assertEquals(position, e.position(), e.getMessage());
    }

    @Test
    void pointed_aPosition_hasACaretUnderIt() {
        assertEquals("x + * y\n    ^", FormulaException.pointed("x + * y", 4));
        assertEquals("x +\n   ^", FormulaException.pointed("x +", 3));
    }

    static Stream<Arguments> deep() {
        return Stream.of("(", "-", "+", "sin(", "x^", "x(", "2^-", "((x+", "|", "|(", "√", "max(x,", "where(x<y,")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("deep")
    void parse_nestedAsDeepAsTheTextAllows_isRefusedWithoutOverflowingTheStack(String opening) {
        String text = opening.repeat(Formula.MAX_LENGTH / opening.length());
        FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse(text));
        assertTrue(String.valueOf(e.getMessage()).contains("nested deeper than 100 levels"), e.getMessage());
    }

    @Test
    void parse_nestedNinetyDeep_isAccepted() {
        String text = "(".repeat(90) + "x" + ")".repeat(90);
        assertEquals(List.of("x"), Formula.parse(text).variables());
    }

    @Test
    void parse_tooLong_isRefusedAtTheLimit() {
        String longest = "x" + "+x".repeat(Formula.MAX_LENGTH / 2 - 1) + " ";
        assertEquals(List.of("x"), Formula.parse(longest).variables());
        FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse(longest + " "));
        assertEquals(Formula.MAX_LENGTH, e.position());
    }

    @Test
    void apply_exponentThatHappensToBeTwo_stillHasADerivative() {
        Node x = Ops.constant(3);
        Node y = Ops.constant(2);
        try (GradientTape tape = new GradientTape()) {
            tape.watch(x);
            tape.watch(y);
            Node power = Formula.parse("x^y").apply(List.of(x, y));
            // d/dy 3^y = 3^y log 3
            Node derivative = requireNonNull(tape.gradient(power, y));
            assertEquals(9 * Math.log(3), derivative.value().item(), 1e-14);
        }
    }

    @Test
    void apply_wrongNumberOfValues_isRefusedWithTheVariables() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Formula.parse("x + y").apply(List.of(Ops.constant(1))));
        assertEquals("the formula has 2 variables [x, y], not 1", e.getMessage());
    }
}
