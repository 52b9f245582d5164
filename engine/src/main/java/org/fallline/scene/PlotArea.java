package org.fallline.scene;

import org.fallline.landscape.Window;

/**
 * The rectangle of a figure that shows a window, and the way between pixels and plane coordinates: {@code x} to the
 * right with u, {@code y} down against v. Positions outside extend linearly.
 */
public record PlotArea(Window window, double left, double top, double width, double height) {
    /** The pixel column of a plane coordinate. */
    public double x(double u) {
        return left + (u - window.uMin()) / window.width() * width;
    }

    /** The pixel row of a plane coordinate. */
    public double y(double v) {
        return top + (window.vMax() - v) / window.height() * height;
    }

    /** The plane coordinate of a pixel column. */
    public double u(double x) {
        return window.uMin() + (x - left) / width * window.width();
    }

    /** The plane coordinate of a pixel row. */
    public double v(double y) {
        return window.vMax() - (y - top) / height * window.height();
    }

    /** True for a pixel position within the rectangle, edges included. */
    public boolean contains(double x, double y) {
        return x >= left && x <= right() && y >= top && y <= bottom();
    }

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }
}
