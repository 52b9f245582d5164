package org.fallline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.fallline.problem.ProblemSpec;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentUrlTest {
    private static final Experiment SPHERE = Experiment.of(new ProblemSpec.Function("sphere", "", Map.of()));

    @Test
    void write_thenRead_givesTheSameExperiment() {
        Cases.forEachSeed(500, random -> {
            Experiment experiment = RandomExperiment.of(random);
            String fragment = ExperimentUrl.write(experiment);
            // RFC 3986, section 2.3: unreserved characters need no escape anywhere in a URL.
            assertTrue(fragment.matches("[A-Za-z0-9._~-]+"), fragment);
            assertEquals(experiment, ExperimentUrl.read(fragment));
        });
    }

    @Test
    void write_anExperiment_isItsCanonicalTextInBase64Url() {
        Experiment titled = SPHERE.withTitle("谷 über 😀");
        byte[] utf8 = ExperimentCodec.write(titled).getBytes(StandardCharsets.UTF_8);
        assertEquals("v1." + Base64.getUrlEncoder().withoutPadding().encodeToString(utf8), ExperimentUrl.write(titled));
    }

    @Test
    void read_cutOffAnywhere_isRefusedClearly() {
        String fragment = ExperimentUrl.write(SPHERE.withTitle("谷 über 😀"));
        for (int length = 0; length < fragment.length(); length++) {
            String cut = fragment.substring(0, length);
            if (length < 3) {
                assertNull(ExperimentUrl.read(cut), cut);
            } else {
                IllegalArgumentException e =
                        assertThrows(IllegalArgumentException.class, () -> ExperimentUrl.read(cut), cut);
                assertTrue(String.valueOf(e.getMessage()).startsWith("the link is damaged"), e.getMessage());
            }
        }
    }

    @Test
    void read_oneCharacterChanged_isRefusedOrAnotherExperiment() {
        Cases.forEachSeed(5000, random -> {
            String fragment = ExperimentUrl.write(SPHERE.withTitle("Descent"));
            int at = random.nextInt(fragment.length());
            char changed = (char) (random.nextBoolean() ? 33 + random.nextInt(94) : random.nextInt(65536));
            String damaged = fragment.substring(0, at) + changed + fragment.substring(at + 1);
            try {
                Experiment read = ExperimentUrl.read(damaged);
                assertTrue(read == null ? at < 3 : damaged.equals(fragment) || !read.equals(SPHERE), damaged);
            } catch (IllegalArgumentException e) {
                assertNotEquals(fragment, damaged);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "v1", "v2.abc", "section-3", "V1.e30", "/v1."})
    void read_fragmentOfAnotherKind_isNull(String fragment) {
        assertNull(ExperimentUrl.read(fragment));
    }

    @Test
    void read_characterThatCannotStandInALink_isNamedWithItsPlace() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ExperimentUrl.read("v1.ab c"));
        assertEquals("the link is damaged: ' ' cannot stand at character 3", e.getMessage());
    }

    @Test
    void read_experimentOfANewerVersion_isRefusedAsSuch() {
        String fragment = "v1."
                + Base64.getUrlEncoder()
                        .encodeToString("{\"version\":2}".getBytes(StandardCharsets.UTF_8))
                        .replace("=", "");
        ExperimentException e = assertThrows(ExperimentException.class, () -> ExperimentUrl.read(fragment));
        assertTrue(String.valueOf(e.getMessage()).contains("newer Fallline"), e.getMessage());
    }
}
