package org.fallline.web.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Cut;
import org.fallline.experiment.PlaneSpec;
import org.fallline.landscape.GradientField;
import org.fallline.landscape.Window;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Anchors;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Exploration;
import org.fallline.survey.Findings;
import org.fallline.survey.Reading;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.survey.Standing;
import org.junit.jupiter.api.Test;

/** The numbers of messages, written and read again. */
class MessagesTest {
    private static final Window WINDOW = new Window(-3, 2, -1, 4);

    @Test
    void noted_isReadAsItWasWritten() {
        Reading reading = Reading.at(derivatives("x^2 + 3y^2"), new double[] {1, 2});
        Reading read = Noted.read(new Unpack(Noted.numbers(reading)));
        assertArrayEquals(new double[] {1, 2}, read.params());
        assertEquals(13, read.loss());
        assertArrayEquals(new double[] {2, 12}, read.gradient());
    }

    @Test
    void stood_isReadAsItWasWritten() {
        for (String formula : new String[] {"x^2 + 3y^2", "x^2 - y^2", "(x + y)^2", "log(x - 1) + y"}) {
            Standing standing = Standing.at(derivatives(formula), new double[] {1, 2});
            Standing read = Stood.read(new Unpack(Stood.numbers(standing)));
            assertEquals(standing.text(), read.text());
            assertEquals(standing.newtonText(), read.newtonText());
            assertArrayEquals(standing.curvature().known(), read.curvature().known());
            assertArrayEquals(standing.curvature().sharpest(), read.curvature().sharpest());
            assertArrayEquals(standing.newton().step(), read.newton().step());
            assertEquals(standing.newton().slope(), read.newton().slope());
            assertEquals(standing.newton().outcome(), read.newton().outcome());
        }
    }

    @Test
    void found_onAPlane_isReadAsItWasWritten() {
        Derivatives derivatives = derivatives("x^4 - x^2 + y^2");
        Slice slice = slice(derivatives, new PlaneSpec.Axes(0, 1), 0, 0);
        Findings findings = findings(derivatives, slice);
        Findings read = Found.read(slice, WINDOW, new Unpack(Found.numbers(findings)));
        assertSame(slice, read.slice());
        assertEquals(3, read.critical().points().size());
        assertEquals(findings.critical(), read.critical());
        GradientField field = findings.field();
        GradientField readField = read.field();
        assertEquals(field.columns(), readField.columns());
        assertArrayEquals(field.du(), readField.du());
        assertArrayEquals(field.dv(), readField.dv());
    }

    @Test
    void found_onALine_isReadAsItWasWritten() {
        Derivatives derivatives = derivatives("x^4 - x^2");
        Slice slice = slice(derivatives, new PlaneSpec.Axes(0, 0), 0);
        Findings findings = findings(derivatives, slice);
        Findings read = Found.read(slice, WINDOW, new Unpack(Found.numbers(findings)));
        assertEquals(1, read.field().rows());
        assertArrayEquals(findings.field().du(), read.field().du());
        assertEquals(findings.critical(), read.critical());
    }

    @Test
    void prospect_isReadAsItWasWritten() {
        Slice slice = slice(derivatives("x^2 + y^2 + z^2"), new PlaneSpec.Axes(0, 2), 1, 2, 3);
        Prospect read = Prospect.read(7, "", new Unpack(new Prospect(7, "", slice, WINDOW).numbers()));
        assertEquals(WINDOW, read.window());
        assertArrayEquals(slice.origin(), read.slice().origin());
        assertArrayEquals(slice.u(), read.slice().u());
        assertArrayEquals(slice.v(), read.slice().v());
    }

    private static Derivatives derivatives(String formula) {
        return new Derivatives(new ProblemSpec.Function("", formula, Map.of()).problem());
    }

    private static Slice slice(Derivatives derivatives, PlaneSpec plane, double... center) {
        return Slicing.of(derivatives, Cut.of(plane), new Anchors(center, center.length, new double[0], List.of()));
    }

    private static Findings findings(Derivatives derivatives, Slice slice) {
        Exploration exploration = new Exploration(derivatives, slice, WINDOW);
        boolean more = true;
        while (more) {
            more = exploration.advance();
        }
        return exploration.findings();
    }
}
