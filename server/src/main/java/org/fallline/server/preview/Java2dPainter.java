package org.fallline.server.preview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.fallline.scene.Mark;
import org.fallline.scene.MeshRaster;
import org.fallline.scene.Painter;
import org.fallline.scene.Scene;

/** A painter on an image in memory, antialiased. */
public final class Java2dPainter implements Painter {
    static {
        // A server has no screen, and must not fail or start one where it has.
        System.setProperty("java.awt.headless", "true");
        // Images go through memory, not through temporary files.
        ImageIO.setUseCache(false);
    }

    /** Width in CSS pixels of the outline behind letters, see {@link Mark.Label}. */
    private static final float HALO = 3;

    private final Graphics2D graphics;
    private final Scene scene;
    private final double scale;

    private Java2dPainter(Graphics2D graphics, Scene scene, double scale) {
        this.graphics = graphics;
        this.scene = scene;
        this.scale = scale;
    }

    /**
     * A scene as a PNG file.
     *
     * @param scene what is painted
     * @param scale image pixels a CSS pixel
     * @return the file's bytes
     */
    public static byte[] png(Scene scene, double scale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(scene, scale), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /**
     * A scene as an image.
     *
     * @param scene what is painted
     * @param scale image pixels a CSS pixel
     * @return an image with transparency where the scene has none of its own colours
     */
    static BufferedImage image(Scene scene, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(scene.width() * scale),
                (int) Math.ceil(scene.height() * scale),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            // Lines stay where they are instead of being moved to the middle of pixels.
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            scene.paint(new Java2dPainter(graphics, scene, scale));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    @Override
    public void raster(Mark.Raster raster) {
        BufferedImage pixels = new BufferedImage(raster.columns(), raster.rows(), BufferedImage.TYPE_INT_ARGB);
        pixels.setRGB(0, 0, raster.columns(), raster.rows(), raster.pixels(), 0, raster.columns());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                raster.smooth()
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform place = AffineTransform.getTranslateInstance(raster.x(), raster.y());
        place.scale(raster.width() / raster.columns(), raster.height() / raster.rows());
        graphics.drawImage(pixels, place, null);
    }

    @Override
    public void area(Mark.Area area) {
        Path2D path = path(area.x(), area.y(), true);
        path.setWindingRule(Path2D.WIND_EVEN_ODD);
        fill(path, area.color());
    }

    @Override
    public void line(Mark.Line line) {
        if (line.x().length > 0) {
            draw(path(line.x(), line.y(), line.closed()), line.color(), stroke(line.width(), line.dash()));
        }
    }

    @Override
    public void dot(Mark.Dot dot) {
        Ellipse2D circle = new Ellipse2D.Double(
                dot.x() - dot.radius(), dot.y() - dot.radius(), 2 * dot.radius(), 2 * dot.radius());
        fill(circle, dot.fill());
        if (dot.strokeWidth() > 0) {
            draw(circle, dot.stroke(), stroke(dot.strokeWidth()));
        }
    }

    @Override
    public void arrow(Mark.Arrow arrow) {
        line(arrow.shaft());
        area(arrow.head());
    }

    @Override
    public void mesh(Mark.Mesh mesh) {
        Mark.Raster raster = new MeshRaster().of(mesh, scene.width(), scene.height(), scale);
        if (raster != null) {
            raster(raster);
        }
    }

    @Override
    public void label(Mark.Label label) {
        if (label.text().isEmpty()) {
            return; // a layout of no letters cannot be made
        }
        Font font =
                new Font(Font.SANS_SERIF, label.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) label.size());
        TextLayout layout = new TextLayout(label.text(), font, graphics.getFontRenderContext());
        double left = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - layout.getAdvance() / 2;
            case END -> label.x() - layout.getAdvance();
        };
        Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(left, label.y()));
        draw(outline, label.halo(), stroke(HALO));
        fill(outline, label.color());
    }

    private void fill(Shape shape, int color) {
        graphics.setColor(new Color(color, true));
        graphics.fill(shape);
    }

    private void draw(Shape shape, int color, BasicStroke stroke) {
        if (color >>> 24 != 0) {
            graphics.setColor(new Color(color, true));
            graphics.setStroke(stroke);
            graphics.draw(shape);
        }
    }

    private static BasicStroke stroke(double width, double... dash) {
        float[] lengths = null;
        if (dash.length > 0) {
            lengths = new float[dash.length];
            for (int i = 0; i < dash.length; i++) {
                lengths[i] = (float) dash[i];
            }
        }
        // The miter limit has no meaning with round joins but must be 1 or more.
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    private static Path2D path(double[] x, double[] y, boolean closed) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < x.length; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        if (closed && x.length > 0) {
            path.closePath();
        }
        return path;
    }
}
