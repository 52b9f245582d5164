package org.fallline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CameraTest {
    @Test
    void orbitAndZoom_stayWithinTheLimits() {
        Camera camera = new Camera(0, 30, 1).orbit(400, 90).zoomed(100);
        assertEquals(new Camera(40, Camera.HIGHEST, Camera.MOST_ZOOM), camera);
        assertEquals(
                new Camera(-140, Camera.LOWEST, Camera.LEAST_ZOOM),
                camera.orbit(180, -500).zoomed(1e-9));
    }

    @Test
    void angles_outsideTheLimits_areRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Camera(0, 90, 1));
        assertEquals("a camera's elevation must be from 6 to 88, not 90", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Camera(Double.NaN, 30, 1));
    }
}
