package org.fallline.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

/** Whatever is typed, the answer is a formula or a refusal with a position; never anything else. */
class FormulaFuzzTest {
    private static final int CASES = Cases.LONG ? 1_000_000 : 20_000;

    private static final List<String> FRAGMENTS = List.of(
            "x", "y", "z1", "π", "e", "pi", "2", "0", ".5", "1e3", "1e", "3.", "+", "-", "−", "*", "·", "/", "÷", "^",
            "**", "²", "³", "(", ")", "(", ")", "sin(", "cos(", "exp(", "log(", "sqrt(", "abs(", "relu(", "sign",
            "foo(", " ", ",", "\u00a0");

    @Test
    void parse_randomText_givesAFormulaOrARefusalWithAPosition() {
        Cases.forEachSeed(CASES, random -> {
            String text = text(random);
            Formula formula;
            try {
                formula = Formula.parse(text);
            } catch (FormulaException e) {
                assertTrue(e.position() >= 0 && e.position() <= text.length(), () -> text + ": " + e.getMessage());
                return;
            }
            ParameterLayout layout = ParameterLayout.scalars(formula.variables());
            double[] params = random.doubles(layout.size(), -2, 2).toArray();
            double traced =
                    ValueAndGradient.of(layout, formula::apply).valueAndGradient(params, new double[params.length]);
            List<Node> values = Arrays.stream(params).mapToObj(Ops::constant).toList();
            assertEquals(formula.apply(values).value().item(), traced, text);
        });
    }

    private static String text(Random random) {
        StringBuilder out = new StringBuilder();
        int fragments = random.nextInt(random.nextInt(50) == 0 ? 400 : 14);
        int share = random.nextInt(3) == 0 ? 8 : 1000;
        for (int i = 0; i < fragments; i++) {
            if (random.nextInt(share) == 0) {
                out.append((char) random.nextInt(random.nextBoolean() ? 128 : 65536));
            } else {
                out.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
        }
        return out.toString();
    }
}
