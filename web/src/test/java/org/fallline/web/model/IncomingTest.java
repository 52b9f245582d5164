package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.problem.ProblemSpec;
import org.fallline.web.words.English;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is opened, and what it is called when it is given out. */
@ExtendWith(English.class)
class IncomingTest {
    private static final String SITE = "https://fallline.example/play/";
    private static final Experiment RAVINE = Experiment.of(new ProblemSpec.Function("rosenbrock", "", Map.of()));

    private static String complaint(String text) {
        return Incoming.complaint(assertThrows(IllegalArgumentException.class, () -> Incoming.read(text, SITE)));
    }

    @Test
    void experiment_asJsonOrInALink_isRead() {
        String json = ExperimentCodec.write(RAVINE);
        String fragment = ExperimentUrl.write(RAVINE);
        for (String text : new String[] {
            json,
            "\uFEFF\n " + json + "\n",
            fragment,
            "#" + fragment,
            SITE + "#" + fragment + "\n",
            "http://localhost:8080/e/k3qm7tz2wc9d#" + fragment
        }) {
            assertEquals(new Incoming(RAVINE, ""), Incoming.read(text, SITE), text);
        }
    }

    @Test
    void table_isToldFromExperimentsLinksAndLetters() {
        assertTrue(Incoming.isTable("x,y\n1,2\n"));
        assertTrue(Incoming.isTable("\nlength\tweight\r\n1\t2"));
        for (String text : new String[] {
            "", "x,y", ExperimentCodec.write(RAVINE), "<svg>\n,\n,</svg>", "Dear all,\nhello", SITE + "e/k3qm7tz2wc9d\n"
        }) {
            assertFalse(Incoming.isTable(text), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SITE + "e/k3qm7tz2wc9d",
                " " + SITE + "e/k3qm7tz2wc9d/\n",
                SITE + "e/k3qm7tz2wc9d?from=mail#landscape-title",
                "/e/k3qm7tz2wc9d",
                "/de/e/k3qm7tz2wc9d",
                SITE + "de/e/k3qm7tz2wc9d#landscape-title"
            })
    void link_toASavedExperimentOfThisSite_isItsId(String link) {
        Incoming incoming = Incoming.read(link, SITE);
        assertNull(incoming.experiment());
        assertEquals("k3qm7tz2wc9d", incoming.id());
    }

    @Test
    void anything_else_isRefusedWithWhatIsExpected() {
        String expected =
                "expected an experiment as JSON, a link that holds one (…#v1.…) or a link to a saved one (…/e/…), but found ";
        assertEquals(expected + "“Dear all,…”", complaint("Dear all,\nlook at this."));
        assertEquals(expected + "nothing", complaint(" \n"));
        assertEquals(
                expected + "“https://elsewhere.example/e/k3qm7tz2wc9d”",
                complaint("https://elsewhere.example/e/k3qm7tz2wc9d"));
        assertEquals(expected + "“" + SITE + "e/”", complaint(SITE + "e/"));
        assertEquals(expected + "“/e/../api”", complaint("/e/../api"));
    }

    @Test
    void wrongExperiment_isRefusedWithThePlace() {
        assertTrue(complaint("{\"version\": 1,\n \"problem\" 3}").startsWith("not JSON: "));
        assertTrue(complaint("{\"version\": 1,\n \"problem\" 3}").endsWith(" at line 2, column 12"));
        String steps =
                complaint("{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"sphere\"},\"steps\":-3}");
        assertTrue(steps.startsWith("/steps: "), steps);
        // {"version":9}
        assertTrue(complaint("#v1.eyJ2ZXJzaW9uIjo5fQ")
                .startsWith("/version: this experiment was written by a newer Fallline"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', rosenbrock-step-0.svg, rosenbrock.csv",
        "'  Momentum in a ravine! ', momentum-in-a-ravine-step-0.svg, momentum-in-a-ravine.csv",
        "'../..\\: <Täler>', täler-step-0.svg, täler.csv",
        "'…', rosenbrock-step-0.svg, rosenbrock.csv"
    })
    void fileName_isMadeOfTheTitleOrTheProblem(String title, String moment, String whole) {
        assertEquals(moment, FileName.ofMoment(RAVINE.withTitle(title), "svg"));
        assertEquals(whole, FileName.ofWhole(RAVINE.withTitle(title), "csv"));
    }
}
