package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas as TeX. */
class FormulaTexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "x + y; x + y",
                "x - y - z; x - y - z",
                "x - (y - z); x - (y - z)",
                "-x^2; -x^{2}",
                "(-x)^2; (-x)^{2}",
                "x--y; x - (-y)",
                "2xy; 2 x y",
                "2*3; 2 \\cdot 3",
                "x*2; x \\cdot 2",
                "x*-2; x \\cdot (-2)",
                "x(y+1); x (y + 1)",
                "x/y; \\frac{x}{y}",
                "(x+1)/(y-1); \\frac{x + 1}{y - 1}",
                "1/2x; \\frac{1}{2} x",
                "x*y/z; \\frac{x y}{z}",
                "x/y/z; \\frac{\\frac{x}{y}}{z}",
                "-x/2; \\frac{-x}{2}",
                "(x/y)^2; \\left(\\frac{x}{y}\\right)^{2}",
                "x^yz; x^{y} z",
                "2^3^2; 2^{3^{2}}",
                "x^(y+1); x^{y + 1}",
                "x**2; x^{2}",
                "x²; x^{2}",
                "x⁻¹; x^{-1}",
                "x^-1; x^{-1}",
                "√x; \\sqrt{x}",
                "√x^2; \\sqrt{x^{2}}",
                "√(x+1); \\sqrt{x + 1}",
                "sqrt(x^2 + y^2); \\sqrt{x^{2} + y^{2}}",
                "|x||y|; \\left|x\\right| \\left|y\\right|",
                "|2 + |x||; \\left|2 + \\left|x\\right|\\right|",
                "abs(x - 1); \\left|x - 1\\right|",
                "sin(x); \\sin(x)",
                "sin²(x); \\sin^{2}(x)",
                "sin(x)^2; \\sin^{2}(x)",
                "sin(x)^y; (\\sin(x))^{y}",
                "xsin(y); x \\sin(y)",
                "asin(x) + atan(y); \\arcsin(x) + \\arctan(y)",
                "log10(x) + log2(y); \\log_{10}(x) + \\log_{2}(y)",
                "exp(-x^2/2); e^{\\frac{-x^{2}}{2}}",
                "exp(x)^2; (e^{x})^{2}",
                "e^x; e^{x}",
                "pow(x, 3); (x)^{3}",
                "max(x, y, 0); \\max(x, y, 0)",
                "relu(x); \\operatorname{relu}(x)",
                "where(x >= 0, x, -x); \\begin{cases}x & \\text{if } x \\ge 0 \\\\ -x & \\text{otherwise}\\end{cases}",
                "alpha x1; \\alpha x_{1}",
                "x₁₂ + w_in; x_{12} + w_{\\mathrm{in}}",
                "theta2^2; \\theta_{2}^{2}",
                "2pi x; 2 \\pi x",
                "omicron; o",
                "1.50e-3 x; 1.50 \\cdot 10^{-3} x",
                "x·y÷z; \\frac{x y}{z}",
                "(1-x)^2 + 100*(y-x^2)^2; (1 - x)^{2} + 100 (y - x^{2})^{2}"
            })
    void tex_ofAFormula_isSetAsItReads(String formula, String tex) {
        assertEquals(tex, FormulaTex.of(formula));
    }

    @Test
    void tex_ofColumns_writesTheirNamesUpright() {
        Columns data = new Columns(Map.of("width", Tensor.vector(1, 2)));
        assertEquals("\\operatorname{mean}((a \\mathrm{width} - 1)^{2})", FormulaTex.of("mean((a*width - 1)^2)", data));
    }

    @Test
    void tex_ofEveryTestFunction_hasItsBracesInPairs() {
        TestFunctions.CATALOGUE.entries().forEach(entry -> {
            String tex = FormulaTex.of(entry.formula());
            int open = 0;
            for (int i = 0; i < tex.length(); i++) {
                char c = tex.charAt(i);
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                assertTrue(open >= 0, tex);
            }
            assertEquals(0, open, tex);
            assertTrue(!tex.contains("*"), tex);
        });
    }

    @Test
    void tex_ofNoFormula_isRefused() {
        assertThrows(FormulaException.class, () -> FormulaTex.of("x + "));
    }
}
