package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.catalogue.Entry;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

/** Whatever is typed, the answer is a formula or a refusal with a position; never anything else. */
class FormulaFuzzTest {
    /** Of each kind of text: a million in all in the long form. */
    private static final int CASES = Cases.LONG ? 500_000 : 6000;

    private static final List<String> FRAGMENTS = List.of(
            "x",
            "y",
            "z1",
            "xy",
            "π",
            "e",
            "pi",
            "alpha",
            "w_in",
            "2",
            "0",
            ".5",
            "1e3",
            "1e",
            "3.",
            "+",
            "-",
            "−",
            "*",
            "·",
            "/",
            "÷",
            "^",
            "**",
            "²",
            "³",
            "⁻¹",
            "¹⁰",
            "√",
            "|",
            "|",
            "(",
            ")",
            "(",
            ")",
            "sin(",
            "cos(",
            "exp(",
            "log(",
            "sqrt(",
            "abs(",
            "relu(",
            "max(",
            "clip(",
            "where(x<",
            "sum(",
            "mean(",
            "sign",
            "foo(",
            " ",
            ",",
            ",",
            "=",
            "<",
            "≥",
            "\u00a0",
            "col",
            "d");

    private static final Columns DATA =
            new Columns(Map.of("col", Tensor.vector(0.5, -1, 2), "d", Tensor.vector(1, 0, -3)));

    private static final List<String> VALID = List.of(
            "mean((a col + b - d)^2) + |a|",
            "sum(where(col > 0, a d, √(b² + 1))) / 3",
            "max(|x|, 2y, -x) + clip(x y, -1, 1) - sin²(x)",
            "log(1 + e^-(x^2 + y^2)) + gelu(x)tanh(y) - x⁻²",
            "-w_in alpha/2.5e-3 ** (x1 - x₂)³ + pow(tau, x)");

    @Test
    void parse_randomText_givesAFormulaOrARefusalWithAPosition() {
        Cases.forEachSeed(CASES, random -> read(random.nextInt(8) == 0 ? characters(random) : text(random), random));
    }

    @Test
    void parse_validFormulaWithMistakes_givesAFormulaOrARefusalWithAPosition() {
        Cases.forEachSeed(CASES, random -> {
            List<Entry<TestFunction>> functions = TestFunctions.CATALOGUE.entries();
            StringBuilder text = new StringBuilder(
                    random.nextBoolean()
                            ? functions.get(random.nextInt(functions.size())).formula()
                            : VALID.get(random.nextInt(VALID.size())));
            for (int i = random.nextInt(4); i > 0; i--) {
                mistake(text, random);
            }
            read(text.toString(), random);
        });
    }

    private static void read(String text, Random random) {
        Columns data = random.nextBoolean() ? DATA : Columns.NONE;
        Formula formula;
        try {
            formula = Formula.parse(text, data);
        } catch (FormulaException e) {
            assertTrue(e.position() >= 0 && e.position() <= text.length(), () -> text + ": " + e.getMessage());
            return;
        }
        ParameterLayout layout = ParameterLayout.scalars(formula.variables());
        double[] params = random.doubles(layout.size(), -2, 2).toArray();
        double traced = ValueAndGradient.of(layout, formula::apply).valueAndGradient(params, new double[params.length]);
        List<Node> values = Arrays.stream(params).mapToObj(Ops::constant).toList();
        assertEquals(formula.apply(values).value().item(), traced, text);
    }

    /** Leaves out, doubles, moves or inserts a few characters. */
    private static void mistake(StringBuilder text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(4));
        String part = text.substring(from, to);
        switch (random.nextInt(4)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, part);
            case 2 -> text.delete(from, to).insert(random.nextInt(text.length() + 1), part);
            default -> text.insert(from, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
    }

    private static String characters(Random random) {
        StringBuilder out = new StringBuilder();
        int most = random.nextBoolean() ? 128 : 65536;
        for (int i = random.nextInt(20); i > 0; i--) {
            out.append((char) random.nextInt(most));
        }
        return out.toString();
    }

    private static String text(Random random) {
        StringBuilder out = new StringBuilder();
        int fragments = random.nextInt(random.nextInt(50) == 0 ? 400 : 14);
        for (int i = 0; i < fragments; i++) {
            out.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
        return out.toString();
    }
}
