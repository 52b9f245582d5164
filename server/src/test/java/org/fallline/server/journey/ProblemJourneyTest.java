package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing and making what is descended. */
class ProblemJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Visit visit() {
        return new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()));
    }

    private static Locator definition(Visit visit) {
        return visit.page().locator("#definition");
    }

    private static Locator checkBox(Visit visit, String name) {
        return visit.page()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator radio(Visit visit, String name) {
        return visit.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(name + " data").setExact(true))
                .and(visit.page().locator("#data input"));
    }

    private static Locator more(Visit visit, String layer) {
        return visit.page().getByLabel("More, " + layer, new Page.GetByLabelOptions().setExact(true));
    }

    private static void openTable(Visit visit, String name, String text) {
        visit.page()
                .waitForFileChooser(() -> visit.button("Open a table…").click())
                .setFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void network_isBuiltLayerByLayer_andUndone() {
        try (Visit visit = visit()) {
            visit.choose("Circle");
            visit.field("Step").fill("30");
            visit.button("More units, hidden layer 1").click();
            assertThat(definition(visit)).containsText("circle → 5 tanh → 2 tanh → 1 tanh");
            assertThat(visit.step()).hasText("Step 0 of 200");
            visit.button("Fewer units, hidden layer 2").click();
            visit.type(visit.page().locator("input[aria-label='Units, hidden layer 1']"), "9");
            visit.field("Activation, hidden layer 1").selectOption("relu");
            assertThat(definition(visit)).containsText("circle → 9 relu → 1 tanh → 1 tanh");
            visit.button("+ Layer").click();
            assertThat(definition(visit)).containsText("→ 9 relu → 1 tanh → 1 tanh → 1 tanh");
            visit.button("Remove hidden layer 2").click();
            assertThat(definition(visit)).containsText("→ 9 relu → 1 tanh → 1 tanh,");
            more(visit, "hidden layer 1").click();
            visit.field("Initializer, hidden layer 1").selectOption("heNormal");
            visit.type(visit.field("Dropout, hidden layer 1"), "0.25");
            assertThat(definition(visit)).containsText("→ 9 relu → dropout 0.25 → 1 tanh");
            visit.field("Loss").selectOption("binaryCrossentropy");
            assertThat(definition(visit)).containsText("→ 1 sigmoid, L = binaryCrossentropy");
            visit.type(visit.page().locator("#batch-size"), "16");
            assertThat(visit.forward("L")).isVisible();
            visit.type(visit.page().locator("input[aria-label='Units, hidden layer 1']"), "65");
            assertThat(visit.page().locator("#network-layers")).containsText("Type a whole number from 1 to 64.");
            visit.page().locator("body").press("Control+z");
            visit.page().locator("body").press("Control+z");
            assertThat(definition(visit)).containsText("→ 1 tanh, L = meanSquaredError");
        }
    }

    @Test
    void frozenLayer_keepsItsNumbersWhileTheOthersLearn() {
        try (Visit visit = visit()) {
            visit.choose("Circle");
            checkBox(visit, "Freeze hidden layer 1").check();
            assertThat(definition(visit)).containsText("→ 4 tanh frozen →");
            visit.field("Step").fill("200");
            assertThat(visit.page().getByText("Inside step 200")).isVisible();
            visit.field("Step").fill("199");
            // Until the new walk is there the step of the one before stays open.
            Locator first = visit.page().locator("#update tr").first().locator("td");
            assertThat(first.nth(1)).hasText("0");
            assertThat(first.last()).not().hasText("–");
            String[] frozen = visit.update("W1₁,₁").split(" ", -1);
            assertEquals(frozen[1], frozen[3]);
            assertEquals("0", frozen[2]);
            visit.button("Show 17 more").click();
            String[] moved = visit.update("b3").split(" ", -1);
            assertTrue(!moved[1].equals(moved[3]) && !moved[2].equals("0"), String.join(" ", moved));
            checkBox(visit, "Freeze hidden layer 2").check();
            checkBox(visit, "Freeze output layer").click();
            assertThat(visit.page()
                            .getByRole(AriaRole.ALERT)
                            .filter(new Locator.FilterOptions().setHasText("nothing is left to learn")))
                    .isVisible();
            assertThat(checkBox(visit, "Freeze output layer")).not().isChecked();
        }
    }

    @Test
    void data_isChosenAndChanged_andFeaturesGiven() {
        try (Visit visit = visit()) {
            visit.choose("Circle");
            radio(visit, "Spiral").check();
            assertThat(definition(visit)).containsText("200 of spiral → 4 tanh");
            visit.type(visit.field("Noise, data"), "0.2");
            visit.type(visit.field("Examples, data"), "120");
            visit.type(visit.field("Test share, data"), "0.25");
            assertThat(definition(visit)).containsText("120 of spiral(noise 0.2) → 4 tanh");
            assertThat(visit.page().locator("#batch-hint")).hasText("of 90");
            visit.button("Draw others").click();
            assertThat(visit.field("Seed")).hasValue("1");
            visit.button("Feature Sine of X").click();
            assertThat(visit.button("Feature Sine of X")).hasAttribute("aria-pressed", "true");
            assertThat(visit.forward("x")).containsText("(90, 3)");
            visit.button("Feature X").click();
            visit.button("Feature Y").click();
            visit.button("Feature Sine of X").click();
            assertThat(visit.page().locator("#notice")).hasText("A network needs at least one feature.");

            radio(visit, "Sine").check();
            assertThat(definition(visit)).containsText("→ 1 linear, L = meanSquaredError");
        }
    }

    @Test
    void table_isOpened_itsTargetsChosen_andItsMistakesPointedAt() {
        try (Visit visit = visit()) {
            visit.choose("Circle");
            openTable(visit, "iris.csv", "length,width,kind\n1,2,a\n2,1,b\n3,4,c\n1,1,a\n2,2,b\n4,4,c\n");
            assertThat(definition(visit))
                    .containsText("a table → 4 tanh → 2 tanh → 3 softmax, L = categoricalCrossentropy");
            checkBox(visit, "width").check();
            assertThat(definition(visit)).containsText("→ 1 linear, L = meanSquaredError");
            assertThat(checkBox(visit, "kind")).not().isChecked();
            openTable(visit, "wrong.csv", "a,b\n1,2\n3,x\n");
            assertThat(visit.page().locator("#data-error"))
                    .hasText(
                            "wrong.csv, line 3, column 2: expected a number, as above in column \"b\", but found \"x\".");
            assertThat(definition(visit)).containsText("a table → 4 tanh");
        }
    }

    @Test
    void points_areDrawnByPressAndByKeys_andKeptInTheAddress() {
        try (Visit visit = visit()) {
            visit.choose("Circle");
            visit.button("Draw points").click();
            Locator told = visit.page().locator("#drawing [role=status]");
            assertThat(told).containsText("2 points: 1 of A, 1 of B, 0 of C, 0 of D");
            visit.page().locator(".board").scrollIntoViewIfNeeded();
            BoundingBox box = visit.page().locator(".board").boundingBox();
            visit.page().mouse().click(box.x + box.width / 4, box.y + box.height / 4);
            assertThat(told).containsText("3 points: 2 of A, 1 of B");
            visit.page().getByLabel("Class B").check();
            Locator board = visit.page().getByRole(AriaRole.APPLICATION);
            board.focus();
            board.press("ArrowRight");
            board.press("ArrowUp");
            assertThat(told).containsText("The cursor is at (0.25, 0.25)");
            board.press("Enter");
            assertThat(told).containsText("4 points: 2 of A, 2 of B");
            board.press("Delete");
            assertThat(told).containsText("3 points: 2 of A, 1 of B");
            visit.button("Undo").click();
            assertThat(told).containsText("4 points: 2 of A, 2 of B");
            assertThat(visit.step()).hasText(Pattern.compile("Step 0 of .*"));
            visit.page()
                    .waitForFunction("() => atob(location.hash.slice(4).replaceAll('-', '+').replaceAll('_', '/'))"
                            + ".includes('0.25,0.25,')");
            visit.page().reload();
            assertThat(told).containsText("4 points: 2 of A, 2 of B");
            visit.page().getByLabel("Class C").check();
            visit.page().locator(".board").press(" ");
            assertThat(definition(visit)).containsText("→ 3 softmax, L = categoricalCrossentropy");
        }
    }

    @Test
    void heights_areDrawnWhereANetworkLearnsASurface() {
        try (Visit visit = visit()) {
            visit.choose("Circle");
            radio(visit, "Multi-Gaussian").check();
            visit.button("Draw points").click();
            Locator told = visit.page().locator("#drawing [role=status]");
            assertThat(told).hasText("2 points: 1 of −1, 0 of −0.5, 0 of 0, 0 of 0.5, 1 of 1.");
            visit.page().getByLabel("z = −0.5").check();
            Locator board = visit.page().getByRole(AriaRole.APPLICATION);
            board.press("ArrowRight");
            board.press("Enter");
            assertThat(told).containsText("1 of −0.5");
            assertThat(definition(visit)).containsText("→ 1 linear, L = meanSquaredError");
            assertThat(visit.view("Prediction").getByRole(AriaRole.IMG))
                    .hasAttribute("aria-label", Pattern.compile("What the model predicts at step 0, over x and y.*"));
        }
    }

    @Test
    void linearModel_onData_isFitted_andTheTinyModelsNumbersAreChanged() {
        try (Visit visit = visit()) {
            visit.type(visit.field("Data x₂"), "3");
            assertThat(visit.forward("ŷ")).containsText("[[1]]");
            visit.type(visit.field("Data y"), "2");
            assertThat(visit.forward("L")).containsText("1");
            visit.type(visit.field("Start b"), "0.5");
            assertThat(visit.forward("ŷ")).containsText("[[1.2]]");
            visit.choose("Line through points");
            assertThat(definition(visit)).hasText("200 of line → 1 linear, L = meanSquaredError");
            assertThat(visit.problem()).hasText("Line through points");
        }
    }

    @Test
    void gallery_isWalkedByKeys_andShowsPictures() {
        try (Visit visit = visit()) {
            assertThat(visit.page()
                            .getByRole(
                                    AriaRole.BUTTON,
                                    new Page.GetByRoleOptions().setName("Problem to descend: Tiny model: xW + b")))
                    .isVisible();
            visit.page().locator("#problem-choice").press("Enter");
            assertThat(visit.page().getByRole(AriaRole.DIALOG)).isVisible();
            visit.page().keyboard().press("ArrowDown");
            assertThat(visit.problem()).hasText("Sphere");
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().getByRole(AriaRole.DIALOG)).isHidden();
            assertThat(visit.page().locator("#problem-choice")).isFocused();
            visit.page().locator("#problem-choice").click();
            visit.page()
                    .getByRole(
                            AriaRole.RADIO,
                            new Page.GetByRoleOptions().setName("Spiral").setExact(true))
                    .and(visit.page().locator("#gallery input"))
                    .focus();
            visit.page()
                    .waitForFunction(
                            "() => [...document.querySelectorAll('#gallery img')].every(i => i.complete && i.naturalWidth > 0"
                                    + " || i.getBoundingClientRect().top > innerHeight + 2000)");
            visit.page().keyboard().press("Escape");
            assertThat(visit.problem()).hasText("Sphere");
        }
    }

    @Test
    void formula_isSetAsItIsTyped_withMathMlForScreenReaders() {
        try (Visit visit = visit()) {
            assertThat(definition(visit).locator("math")).hasCount(1);
            visit.choose("Your own formula");
            visit.field("Formula of x, y, …").fill("sqrt(x^2 + 1)/2 + alpha y");
            assertThat(definition(visit).locator("annotation"))
                    .hasText("\\displaystyle f(x, α, y) = \\frac{\\sqrt{x^{2} + 1}}{2} + \\alpha y"
                            .replace("α", "\\alpha"));
            assertThat(definition(visit).locator("mfrac")).hasCount(1);
            visit.page().waitForFunction("() => document.fonts.check('16px KaTeX_Math')");
            visit.field("Formula of x, y, …").fill("sqrt(x^2 + 1");
            assertThat(visit.page().locator("#formula-error")).isVisible();
            // The last that could be read stays, dimmed, so that the field does not jump.
            assertThat(definition(visit)).hasClass("definition past");
            assertThat(definition(visit).locator("mfrac")).hasCount(1);
            visit.field("Formula of x, y, …").fill("sqrt(x^2 + 1)");
            assertThat(definition(visit)).hasClass("definition");
        }
    }

    @Test
    void weight_isChangedByHand_inItsLayersTable() {
        try (Visit visit = visit()) {
            visit.choose("Circle");
            visit.page().locator("#starts summary").first().click();
            visit.type(visit.field("Start W1₂,₃"), "1.5");
            assertThat(visit.page().locator("#update tr").filter(new Locator.FilterOptions().setHasText("W1₂,₃")))
                    .containsText("1.5");
            visit.field("Activation, hidden layer 1").selectOption("relu");
            assertThat(definition(visit)).containsText("4 relu");
            assertThat(visit.field("Start W1₂,₃")).hasValue("1.5");
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 320"})
    void problems_byAxesRules_haveNothingToMend(ColorScheme scheme, int width) {
        try (AxeVisit visit = new AxeVisit(CHROMIUM.browser(), scheme, width)) {
            Page page = visit.page();
            page.navigate(SERVER.home());
            assertThat(page.locator("#overlay")).hasAttribute("aria-label", Pattern.compile("^Loss landscape over .*"));
            assertThat(page.locator("#definition .katex")).isVisible();
            page.locator("#problem-choice").click();
            visit.check();
            page.locator("#problem-network-circle").click();
            assertThat(page.locator("#network")).isVisible();
            page.locator("#network-layers summary").first().click();
            page.locator("#starts summary").first().click();
            visit.check();
            page.locator("#draw-points").click();
            assertThat(page.locator("#drawing")).isVisible();
            visit.check();
        }
    }
}
