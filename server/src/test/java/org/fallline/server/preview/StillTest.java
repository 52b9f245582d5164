package org.fallline.server.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.scene.Mark;
import org.fallline.scene.Scene;
import org.fallline.scene.Still;
import org.fallline.scene.Theme;
import org.fallline.server.Specs;
import org.junit.jupiter.api.Test;

class StillTest {
    private static Scene still(String spec) {
        return Still.of(ExperimentCodec.read(spec), 600, 400, Theme.LIGHT, Still.Allowance.UNLIMITED);
    }

    private static boolean hasLabel(Scene scene, String part) {
        return scene.marks().stream()
                .anyMatch(
                        mark -> mark instanceof Mark.Label label && label.text().contains(part));
    }

    @Test
    void experimentInTwoParameters_isALandscapeWithEveryOptimizer() {
        Scene scene = still(Specs.HIMMELBLAU);
        assertTrue(scene.marks().stream().anyMatch(mark -> mark instanceof Mark.Raster));
        assertTrue(hasLabel(scene, "SGD"));
        assertTrue(hasLabel(scene, "Adam"));
    }

    @Test
    void chapterExample_isALandscapeOverTwoOfItsThreeParameters() {
        Scene scene = still(Specs.CHAPTER);
        assertTrue(scene.marks().stream().anyMatch(mark -> mark instanceof Mark.Raster));
        assertTrue(hasLabel(scene, "W₁"), scene.description());
        assertTrue(hasLabel(scene, "W₂"), scene.description());
    }

    @Test
    void experimentInOneParameter_isAProfile() {
        Scene scene = still(Specs.formula("x^2"));
        assertTrue(scene.description().startsWith("Loss along x from "), scene.description());
        assertTrue(scene.marks().stream().anyMatch(mark -> mark instanceof Mark.Line));
    }

    @Test
    void experimentWithoutSteps_isDrawnToo() {
        still("{\"version\":1,\"steps\":0,\"problem\":{\"kind\":\"function\",\"name\":\"himmelblau\"}}");
        still("{\"version\":1,\"steps\":0,\"problem\":{\"kind\":\"function\",\"formula\":\"x^2\"}}");
    }

    @Test
    void experimentThatDiverges_isDrawnToo() {
        still("""
                {"version":1,"problem":{"kind":"function","formula":"x^4+y^4"},
                 "optimizers":[{"kind":"sgd","learningRate":1}]}""");
        still("{\"version\":1,\"problem\":{\"kind\":\"function\",\"formula\":\"log(x)+log(y)\"},\"start\":[-1,-1]}");
    }

    @Test
    void timeThatIsOver_endsTheWork() {
        Budget budget = Budget.of(Duration.ofNanos(-1), Long.MAX_VALUE);
        assertEquals("the picture needs more time than it may have", refusal(Specs.HIMMELBLAU, budget));
    }

    @Test
    void statesBeyondTheMemory_areNotEvenAskedFor() {
        Budget budget = Budget.of(Duration.ofHours(1), 2 * 51 * 2 - 1); // optimizers × states × parameters − 1
        assertEquals("the picture needs more memory than it may have", refusal(Specs.HIMMELBLAU, budget));
        Still.of(
                ExperimentCodec.read(Specs.HIMMELBLAU),
                600,
                400,
                Theme.LIGHT,
                Budget.of(Duration.ofHours(1), 2 * 51 * 2));
    }

    @Test
    void layers_areDrawnAndNamed() {
        String spec = Specs.HIMMELBLAU.replace(
                "\"steps\":50",
                "\"steps\":50,\"view\":{\"step\":2,\"layers\":[\"field\",\"critical\",\"step\",\"newton\"]}");
        Scene scene = still(spec);
        for (String name : new String[] {"saddle", "maximum", "−η·gradient", "Newton step"}) {
            assertTrue(hasLabel(scene, name), name);
        }
        assertTrue(scene.description().contains("A maximum was found at x = −0.2708, y = −0.923"), scene.description());
        assertTrue(scene.description().contains("Small arrows show the field of directions."));
        assertTrue(scene.description().contains("The arrow “−η·gradient” leads from"));
        assertTrue(scene.marks().size() > still(Specs.HIMMELBLAU).marks().size() + 300);
    }

    private static String refusal(String spec, Budget budget) {
        return String.valueOf(assertThrows(
                        Budget.Exceeded.class,
                        () -> Still.of(ExperimentCodec.read(spec), 600, 400, Theme.LIGHT, budget))
                .getMessage());
    }
}
