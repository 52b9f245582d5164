package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas over columns of data. */
class FormulaDataTest {
    private static final Columns DATA = new Columns(
            Map.of("x", Tensor.vector(1, 2, 4), "y", Tensor.vector(3, 5, 8), "height", Tensor.vector(0.5, -1, 2)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // formula of data | its variables | its value where each of them is 2, worked by hand
                // residuals 2x + 2 − y: 1, 1, 2
                "mean((a x + b - y)^2) | [a, b] | 2",
                "mean((ax + b - y)²) | [a, b] | 2",
                "sum(x y) | [] | 45",
                "2mean(x) + a | [a] | 6.666666666666667",
                "~sum(|height| + a)~ | [a] | 9.5",
                "mean(x - mean(x)) | [] | 0",
                "sum(where(y > 4, y, 0)) | [] | 13",
                "max(x) + min(y) + max(a, 3) | [a] | 10",
                "max(x) min(max(y, 4)) | [] | 16",
                "variance(3x) | [] | 14",
                "sum(aheight) | [a] | 3"
            })
    void value_ofAFormulaOfData_isThatOfItsRows(String text, String variables, double value) {
        Formula formula = Formula.parse(text, DATA);
        assertEquals(variables, formula.variables().toString());
        List<Node> twos =
                formula.variables().stream().map(name -> Ops.constant(2)).toList();
        assertEquals(value, formula.apply(twos).value().item(), 1e-14);
        double[] params = formula.variables().stream().mapToDouble(name -> 2).toArray();
        ParameterLayout layout = ParameterLayout.scalars(formula.variables());
        assertEquals(
                formula.apply(twos).value().item(),
                ValueAndGradient.of(layout, formula::apply).value(params));
    }

    @Test
    void gradient_ofALineThroughData_isThatOfTheChapter() {
        Formula formula = Formula.parse("mean((a x + b - y)^2)", DATA);
        double[] gradient = new double[2];
        ValueAndGradient.of(ParameterLayout.scalars(formula.variables()), formula::apply)
                .valueAndGradient(new double[] {2, 2}, gradient);
        // 2/3 · Σ rx = 2/3 · (1·1 + 1·2 + 2·4) and 2/3 · Σ r = 2/3 · 4
        assertEquals(22.0 / 3, gradient[0], 1e-14);
        assertEquals(8.0 / 3, gradient[1], 1e-14);
    }

    @Test
    void parse_reductionOfNoColumn_namesTheColumnsThereAre() {
        FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse("sum(x) + mean(2a)", DATA));
        assertEquals(
                "mean goes over the rows of data, but there is none of the columns height, x, y in these parentheses"
                        + " at position 14",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a x + b - y | 2", "mean(y) + 3y | 11", "a + max(x, 2) | 8", "2height | 1"})
    void parse_columnLeftOver_pointsAtItsFirstUse(String text, int position) {
        FormulaException e = assertThrows(FormulaException.class, () -> Formula.parse(text, DATA));
        assertEquals(
                "a column of 3 numbers is left over: expected one number, so put sum(…) or mean(…) around it at position "
                        + (position + 1),
                e.getMessage());
        assertEquals(position, e.position());
    }

    @Test
    void explanation_ofAFormulaOfData_showsItsColumnsAsTensors() {
        Problem problem = new ProblemSpec.Function("", "mean((a x + b - y)^2)", DATA, Map.of()).problem();
        Explanation explanation = Explanation.of(problem.layout(), problem.loss());
        explanation.run(new double[] {2, 2});
        List<Explanation.Forward> columns = explanation.forward().stream()
                .filter(line -> line.op().equals("constant"))
                .toList();
        assertEquals(
                List.of("x", "y"),
                columns.stream().map(Explanation.Forward::name).toList());
        assertEquals(Tensor.vector(1, 2, 4), columns.get(0).value().tensor());
        assertEquals(
                Tensor.scalar(2),
                explanation
                        .forward()
                        .get(explanation.forward().size() - 1)
                        .value()
                        .tensor());
    }

    @ParameterizedTest
    @CsvSource({"sin", "e", "pi", "max", "a b", "2x", "x-1", "''", "ˣ"})
    void columns_nameThatFormulasReadOtherwise_isRefused(String name) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new Columns(Map.of(name, Tensor.vector(1))));
        assertTrue(String.valueOf(e.getMessage()).contains("cannot name a column"), e.getMessage());
    }

    @Test
    void columns_ofDifferentLengths_areRefusedWithBoth() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new Columns(Map.of("x", Tensor.vector(1, 2), "y", Tensor.vector(1))));
        assertEquals("the column y has the shape (1) but x has (2); columns are vectors of one length", e.getMessage());
    }
}
