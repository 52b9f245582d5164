package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeFigureTest {
    private static SlopeFigure figure(double du, double dv) {
        return new SlopeFigure(Theme.LIGHT, 300, 300, du, dv, 0);
    }

    private static List<Mark.Arrow> arrows(SlopeFigure figure) {
        return figure.scene().marks().stream()
                .filter(mark -> mark instanceof Mark.Arrow)
                .map(mark -> (Mark.Arrow) mark)
                .toList();
    }

    @Test
    void arrow_pointsAgainstTheGradient_andIsLongerTheSteeperItIs() {
        Mark.Arrow gentle = arrows(figure(-3, 4)).get(0);
        assertEquals(3.0 / 4, (gentle.x2() - gentle.x1()) / (gentle.y2() - gentle.y1()), 1e-12);
        assertTrue(gentle.x2() > gentle.x1() && gentle.y2() > gentle.y1(), "to the right and, y being down, down");
        Mark.Arrow steep = arrows(figure(-30, 40)).get(0);
        assertTrue(steep.x2() - steep.x1() > gentle.x2() - gentle.x1());
        Mark.Arrow steepest = arrows(figure(-1e9, 0)).get(0);
        assertEquals(150 + 300 / 2.0 - 26, steepest.x2(), 1e-9);
    }

    @Test
    void levelGround_hasNoArrow_andSaysSo() {
        assertTrue(arrows(figure(0, 0)).isEmpty());
        assertEquals(
                "The ground is level. You face 0°. Degrees count from the right, counterclockwise.",
                figure(0, 0).scene().description());
        assertTrue(arrows(figure(Double.NaN, 1)).isEmpty());
        assertFalse(figure(Double.NaN, 1).scene().marks().isEmpty());
    }

    @Test
    void description_tellsDirectionsInDegrees() {
        SlopeFigure figure = new SlopeFigure(Theme.LIGHT, 300, 300, 0, 2, -Math.PI / 2);
        assertEquals(
                "The ground falls most toward 270°, with a slope of 2. You face 270°. Degrees count from the right, counterclockwise.",
                figure.scene().description());
    }

    @Test
    void press_givesTheDirectionFromTheMiddle() {
        assertEquals(Math.PI / 2, figure(1, 0).headingTo(150, 20), 1e-12);
        assertEquals(0, figure(1, 0).headingTo(250, 150), 1e-12);
    }
}
