package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The views of a network and of a run: what they tell, and what pressing on them does. */
class ViewsJourneyTest {
    private static final String NETWORK = """
            {"version":1,"steps":60,"optimizers":[{"kind":"adam","learningRate":0.05}],
             "problem":{"kind":"network","dataset":{"kind":"circle","size":100,"testShare":0.3},
                        "layers":[{"units":3,"activation":"tanh"},{"units":1,"activation":"tanh"}]},
             "view":{"step":50}}""";

    private static final String BOWL = """
            {"version":1,"steps":40,"start":[3,1],"optimizers":[{"kind":"sgd","learningRate":0.05}],
             "problem":{"kind":"function","formula":"x^2/2+4*y^2"}}""";

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Visit visit(String experiment) {
        String fragment = ExperimentUrl.write(ExperimentCodec.read(experiment));
        return new Visit(CHROMIUM.browser()).open(SERVER.home() + "#" + fragment);
    }

    /** The picture of a view. */
    private static Locator picture(Visit visit, String title) {
        return visit.view(title).getByRole(AriaRole.IMG);
    }

    private static void isDescribed(Locator picture, String pattern) {
        picture.scrollIntoViewIfNeeded();
        assertThat(picture).hasAttribute("aria-label", Pattern.compile(pattern, Pattern.DOTALL));
    }

    private static void add(Visit visit, String title) {
        visit.button("+ " + title).click();
        picture(visit, title).scrollIntoViewIfNeeded();
    }

    private static void press(Visit visit, Locator picture, double right, double down) {
        picture.scrollIntoViewIfNeeded();
        BoundingBox box = picture.boundingBox();
        visit.page().mouse().click(box.x + right * box.width, box.y + down * box.height);
    }

    @Test
    void losses_ofTestExamplesAreTold_andPressingGoesToAStep() {
        try (Visit visit = visit(NETWORK)) {
            Locator losses = picture(visit, "Loss by step");
            isDescribed(losses, "Loss over steps 0 to 60.* At step 50: Adam \\S+ \\(test \\S+\\)\\.");
            press(visit, losses, 0.5, 0.5);
            assertThat(visit.step()).hasText(Pattern.compile("Step (2\\d|3\\d) of 60"));
            add(visit, "Gradient norm by step");
            isDescribed(picture(visit, "Gradient norm by step"), "Gradient norm over steps 0 to 60.*");
        }
    }

    @Test
    void stepPointedAt_isToldInAllCharts() {
        try (Visit visit = visit(NETWORK)) {
            // Only views that are in sight are painted.
            visit.page().setViewportSize(1280, 2400);
            add(visit, "Gradient norm by step");
            Locator norms = picture(visit, "Gradient norm by step");
            isDescribed(norms, "Gradient norm .*");
            Locator losses = picture(visit, "Loss by step");
            // Hovering waits until the picture stands where it will.
            isDescribed(losses, "Loss over .*");
            BoundingBox box = losses.boundingBox();
            losses.hover(new Locator.HoverOptions().setPosition(box.width * 0.3, box.height / 2));
            assertThat(losses).hasAttribute("aria-label", Pattern.compile(".* At step 1\\d: Adam .*"));
            isDescribed(norms, "Gradient norm .* At step 50: Adam .* At step 1\\d: Adam .*");
        }
    }

    @Test
    void prediction_becomesRightAsTimeGoesOn() {
        try (Visit visit = visit(NETWORK)) {
            Locator prediction = picture(visit, "Prediction");
            isDescribed(prediction, "What the model predicts at step 50, over x and y: .* of 70 training examples .*");
            assertTrue(right(prediction) >= 60, prediction.getAttribute("aria-label"));
            visit.page().keyboard().press("Home");
            isDescribed(prediction, "What the model predicts at step 0, .* of 30 test examples are told right\\.");
            assertTrue(right(prediction) < 60, prediction.getAttribute("aria-label"));
        }
    }

    private static int right(Locator prediction) {
        String text = prediction.getAttribute("aria-label");
        int end = text.indexOf(" of 70 training");
        return Integer.parseInt(text.substring(text.lastIndexOf(' ', end - 1) + 1, end));
    }

    @Test
    void network_tellsItsShape_andAWeightIsGivenAnotherStart() {
        try (Visit visit = visit(NETWORK)) {
            Locator network = picture(visit, "Network");
            isDescribed(
                    network, "The network at step 50: 2 inputs \\(x, y\\), then 3 tanh, then 1 tanh\\. The largest .*");
            visit.view("Network").getByLabel("On the edges").selectOption("Gradients");
            isDescribed(network, ".* The largest derivatives: ∂L/∂W.*");
            visit.view("Network").getByLabel("Weight or bias to edit").selectOption("b1₂");
            isDescribed(network, ".* Chosen: b1₂ = .*");
            Locator value = visit.view("Network").getByLabel("Its value at the start");
            assertThat(value).hasValue("0");
            visit.type(value, "1.5");
            assertThat(visit.step()).hasText("Step 0 of 60");
            isDescribed(network, "The network at step 0: .* Chosen: b1₂ = 1\\.5, .*");
            visit.button("Undo").click();
            assertThat(value).hasValue("0");
        }
    }

    @Test
    void network_pressedOnAUnit_choosesItsBias() {
        try (Visit visit = visit(NETWORK)) {
            Locator network = picture(visit, "Network");
            isDescribed(network, "The network .*");
            press(visit, network, 0.5, 0.5);
            Locator chosen = visit.view("Network").getByLabel("Weight or bias to edit");
            assertThat(chosen).not().hasValue("-1");
        }
    }

    @Test
    void gradients_areComparedLayerByLayer() {
        try (Visit visit = visit(NETWORK)) {
            add(visit, "Gradient by layer");
            Locator layers = picture(visit, "Gradient by layer");
            isDescribed(layers, "The gradient's norm of each parameter at step 50: W1 \\S+, b1 \\S+, W2 \\S+, b2 .*");
            visit.view("Gradient by layer")
                    .getByLabel("Measure of the gradient")
                    .selectOption("Relative to weights");
            isDescribed(layers, "The gradient's mean magnitude by the parameter's .*");
            add(visit, "Distribution of weights");
            isDescribed(
                    picture(visit, "Distribution of weights"),
                    "How the weights and biases are distributed at step 50: W1 from \\S+ to \\S+, mean .*");
        }
    }

    @Test
    void rangeTest_marksARate_andPressingTakesOne() {
        try (Visit visit = visit(BOWL)) {
            add(visit, "Learning-rate range test");
            Locator range = picture(visit, "Learning-rate range test");
            isDescribed(
                    range,
                    "Learning-rate range test of SGD\\. The loss falls most steeply at .* diverges\\. .* 0\\.05\\.");
            press(visit, range, 0.5, 0.5);
            isDescribed(range, ".* The present rate is (?!0\\.05\\.).*");
            visit.button("Undo").click();
            isDescribed(range, ".* The present rate is 0\\.05\\.");
        }
    }

    @Test
    void sweep_findsTheLowest_andPressingTakesAPair() {
        try (Visit visit = visit(BOWL)) {
            add(visit, "Sweep of hyper-parameters");
            Locator sweep = picture(visit, "Sweep of hyper-parameters");
            isDescribed(
                    sweep,
                    "Loss of SGD after 40 steps, by learning rate and momentum\\. 104 of 104 pairs are known, .*");
            Locator rate = visit.field("Learning rate, optimizer 1");
            assertThat(rate).hasValue("0.05");
            press(visit, sweep, 0.6, 0.4);
            assertThat(rate).not().hasValue("0.05");
            assertThat(visit.field("Momentum, optimizer 1")).not().hasValue("0");
            visit.button("Undo").click();
            assertThat(rate).hasValue("0.05");
            isDescribed(sweep, ".*104 of 104 pairs.*");
        }
    }

    @Test
    void function_hasNoNetwork() {
        try (Visit visit = visit(BOWL)) {
            assertThat(visit.view("Network")).isHidden();
            assertThat(visit.view("Prediction")).isHidden();
        }
    }
}
