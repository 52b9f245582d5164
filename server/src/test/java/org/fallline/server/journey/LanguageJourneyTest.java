package org.fallline.server.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page in German, and from one language to the other. */
class LanguageJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    private static Locator link(Visit visit, String name) {
        return visit.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void germanPage_isUsedInGerman_andLeadsToTheSameExperimentInEnglish() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(SERVER.home() + "de/")) {
            assertThat(visit.page().locator("html")).hasAttribute("lang", "de");
            assertThat(visit.page()).hasTitle("Fallline: Gradientenabstieg und Backpropagation beobachten");
            visit.button("Schritt vor").click();
            assertThat(visit.step()).hasText("Schritt 1 von 150");
            visit.button("Abspielen").click();
            assertThat(visit.button("Anhalten")).isVisible();
            visit.button("Anhalten").click();
            visit.button("Zum Ende").click();
            assertThat(visit.step()).hasText("Schritt 150 von 150");

            visit.button("RMSprop hinzufügen").click();
            assertThat(visit.card(4)).containsText("RMSprop");
            visit.type(visit.field("Lernrate, Optimierer 4"), "0,02");
            visit.type(visit.field("Lernrate, Optimierer 1"), "viel");
            assertThat(visit.page().getByText("Eine Zahl von 0 bis")).isVisible();
            visit.type(visit.field("Lernrate, Optimierer 1"), "0.005");
            assertThat(visit.button("Rückgängig"))
                    .hasAttribute("title", Pattern.compile("Rückgängig: Lernrate ändern \\(Strg\\+Z\\)"));
            visit.choose("Rosenbrock");
            assertThat(visit.view("Verlust je Schritt")).isVisible();
            assertThat(visit.page().locator("#step-title")).hasText(Pattern.compile("In Schritt \\d+"));

            visit.choose("Kreis");
            visit.isDescribed("Verlustlandschaft über PC 1 von .* bis .*: bei Schritt 0 von .*");
            assertThat(visit.note()).containsText("der Varianz des Wegs");
            visit.choose("Rosenbrock");
            visit.isDescribed("Ein bekanntes Minimum liegt bei x = 1, y = 1\\.");

            link(visit, "English").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/#v1\\..+"));
            assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
            assertThat(visit.problem()).hasText("Rosenbrock");
            assertThat(visit.card(4)).containsText("RMSprop");
            assertThat(visit.button("Play")).isVisible();
        }
    }

    @Test
    void language_onceChosen_holdsForLaterVisitsAndForLinksInOthers() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(Visit.tiny(SERVER.home()))) {
            link(visit, "Deutsch").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/de/#v1\\..+"));
            assertThat(visit.button("Abspielen")).isVisible();
            Visit later = visit.again();
            later.page().navigate(Visit.tiny(SERVER.home()));
            assertThat(later.page()).hasURL(Pattern.compile(".*/de/#v1\\..+"));
            assertThat(later.problem()).hasText("Winziges Modell: xW + b");
        }
    }

    @Test
    void savedExperiment_sharedFromTheGermanPage_opensInGerman_andInEnglishByItsLink() {
        try (Visit visit = new Visit(CHROMIUM.browser()).open(SERVER.home() + "de/")) {
            visit.choose("Booth");
            visit.button("Speichern & teilen").click();
            assertThat(visit.page().locator("#share-status"))
                    .hasText("Gespeichert. Wer diesen Link öffnet, sieht genau diesen Moment.");
            String shared = visit.field("Link").inputValue();
            assertThat(visit.field("Link")).hasValue(Pattern.compile(".*/de/e/[a-z0-9]+"));
            try (Visit other = new Visit(CHROMIUM.browser()).open(shared)) {
                assertThat(other.problem()).hasText("Booth");
                assertThat(other.button("Abspielen")).isVisible();
                link(other, "English").click();
                assertThat(other.page()).hasURL(Pattern.compile(".*/e/[a-z0-9]+#v1\\..+"));
                assertThat(other.button("Play")).isVisible();
                assertThat(other.problem()).hasText("Booth");
            }
            try (Visit embedded = new Visit(CHROMIUM.browser()).open(shared.replace("/e/", "/embed/"))) {
                Locator open = link(embedded, "In Fallline öffnen");
                assertThat(open).hasAttribute("href", Pattern.compile(".*/de/(#.*)?"));
            }
        }
    }
}
