package org.fallline.scene;

import java.util.List;
import java.util.function.Supplier;

/**
 * A picture as data, {@code width × height} CSS pixels: marks in the order of painting over a background colour, and a
 * description that tells in words what a sighted reader would see, written when it is asked for.
 */
public record Scene(double width, double height, int background, List<Mark> marks, Supplier<String> words) {
    public Scene {
        if (!(width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height))) {
            throw new IllegalArgumentException("a scene's width and height must be positive and finite");
        }
        marks = List.copyOf(marks);
    }

    public Scene(double width, double height, int background, List<Mark> marks, String description) {
        this(width, height, background, marks, () -> description);
    }

    public String description() {
        return words.get();
    }

    /** Paints the background, unless it is fully transparent, and then every mark. */
    public void paint(Painter painter) {
        if (Color.alpha(background) > 0) {
            painter.area(Mark.Area.rectangle(0, 0, width, height, background));
        }
        for (Mark mark : marks) {
            mark.paint(painter);
        }
    }
}
