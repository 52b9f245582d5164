package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
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
                "xy | [xy]",
                "x y | [x, y]",
                "x1 + x_2 + x₃ | [x1, x_2, x₃]",
                "e + pi | []",
                "E + Pi | [E, Pi]",
                "θ·größe | [θ, größe]",
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
                "x²² | 2 | expected an operator or the end of the formula but found '²'",
                "x * * y | 4 | found '*'",
                "(x + 1 | 6 | expected an operator or ')' but found the end of the formula",
                "x + 1) | 5 | expected an operator or the end of the formula but found ')'",
                "() | 1 | found ')'",
                "sin | 3 | expected '(' after sin but found the end of the formula",
                "sin x | 4 | expected '(' after sin but found 'x'",
                "sin² (x) | 3 | expected '(' after sin but found '²'",
                "sin(x, y) | 5 | expected an operator or ')' but found ','",
                "sin() | 4 | found ')'",
                "sinus(x) | 0 | there is no function sinus; there is sin, cos, tan",
                "3 + foo(x) | 4 | there is no function foo",
                "x 2 | 2 | expected an operator or the end of the formula but found '2'",
                "1 2 | 2 | found '2'",
                "1.2.3 | 3 | found '.'",
                ". | 0 | expected a digit beside the point",
                "x + .e3 | 4 | expected a digit beside the point",
                "1e400 | 0 | the number 1e400 is beyond the range of a double",
                "x = 2 | 2 | found '='",
                "x + 1; | 5 | found ';'",
                "x % 2 | 2 | found '%'",
                "x! | 1 | found '!'",
                "x + 😀 | 4 | found '😀'",
                "x < y | 2 | found '<'",
                "√x | 0 | found '√'",
                "[x] | 0 | found '['"
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
        return Stream.of("(", "-", "+", "sin(", "x^", "x(", "2^-", "((x+").map(Arguments::of);
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
    void apply_wrongNumberOfValues_isRefusedWithTheVariables() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Formula.parse("x + y").apply(List.of(Ops.constant(1))));
        assertEquals("the formula has 2 variables [x, y], not 1", e.getMessage());
    }
}
