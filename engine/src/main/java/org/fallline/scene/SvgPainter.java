package org.fallline.scene;

import java.util.Base64;
import org.fallline.math.Decimal;

/** A painter that writes a scene as a complete, standalone SVG document; the same scene is always the same text. */
public final class SvgPainter implements Painter {
    /** The id of the element that holds what a picture was made from. */
    public static final String METADATA_ID = "experiment";

    private static final double HUNDREDTHS = 100;

    private final StringBuilder svg = new StringBuilder();

    private SvgPainter() {}

    /** The scene as SVG with {@code title} as its name and the scene's description as its text equivalent. */
    public static String svg(Scene scene, String title) {
        return svg(scene, title, "");
    }

    /**
     * The same with what it was made from: the picture can be opened again. The text is kept as an element {@code metadata};
     * characters that XML does not know are lost.
     *
     * @param metadata empty for none
     */
    public static String svg(Scene scene, String title, String metadata) {
        SvgPainter painter = new SvgPainter();
        StringBuilder svg = painter.svg;
        String size = number(scene.width()) + "\" height=\"" + number(scene.height());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(size);
        svg.append("\" viewBox=\"0 0 ")
                .append(number(scene.width()))
                .append(' ')
                .append(number(scene.height()));
        svg.append("\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"system-ui, sans-serif\">\n");
        svg.append("<title id=\"title\">").append(escape(title)).append("</title>\n");
        svg.append("<desc id=\"desc\">").append(escape(scene.description())).append("</desc>\n");
        if (!metadata.isEmpty()) {
            svg.append("<metadata id=\"").append(METADATA_ID).append("\">");
            svg.append(escape(metadata)).append("</metadata>\n");
        }
        scene.paint(painter);
        return svg.append("</svg>\n").toString();
    }

    @Override
    public void raster(Mark.Raster raster) {
        svg.append("<image");
        attribute("x", raster.x());
        attribute("y", raster.y());
        attribute("width", raster.width());
        attribute("height", raster.height());
        svg.append(" preserveAspectRatio=\"none\"");
        svg.append(raster.smooth() ? "" : " style=\"image-rendering:pixelated\"");
        svg.append(" href=\"data:image/png;base64,");
        svg.append(Base64.getEncoder().encodeToString(Png.bytes(raster.pixels(), raster.columns(), raster.rows())));
        svg.append("\"/>\n");
    }

    @Override
    public void area(Mark.Area area) {
        svg.append("<path d=\"");
        points(area.x(), area.y(), true);
        svg.append("\" fill-rule=\"evenodd\"");
        color("fill", area.color());
        svg.append("/>\n");
    }

    @Override
    public void line(Mark.Line line) {
        if (line.x().length == 0) {
            return;
        }
        svg.append("<path d=\"");
        points(line.x(), line.y(), line.closed());
        svg.append("\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
        color("stroke", line.color());
        attribute("stroke-width", line.width());
        if (line.dash().length > 0) {
            svg.append(" stroke-dasharray=\"");
            for (int i = 0; i < line.dash().length; i++) {
                svg.append(i == 0 ? "" : " ").append(number(line.dash()[i]));
            }
            svg.append('"');
        }
        svg.append("/>\n");
    }

    @Override
    public void dot(Mark.Dot dot) {
        svg.append("<circle");
        attribute("cx", dot.x());
        attribute("cy", dot.y());
        attribute("r", dot.radius());
        color("fill", dot.fill());
        if (dot.strokeWidth() > 0) {
            color("stroke", dot.stroke());
            attribute("stroke-width", dot.strokeWidth());
        }
        svg.append("/>\n");
    }

    @Override
    public void arrow(Mark.Arrow arrow) {
        line(arrow.shaft());
        area(arrow.head());
    }

    @Override
    public void label(Mark.Label label) {
        svg.append("<text");
        attribute("x", label.x());
        attribute("y", label.y());
        attribute("font-size", label.size());
        switch (label.anchor()) {
            case START -> {}
            case MIDDLE -> svg.append(" text-anchor=\"middle\"");
            case END -> svg.append(" text-anchor=\"end\"");
        }
        svg.append(label.bold() ? " font-weight=\"bold\"" : "");
        color("fill", label.color());
        if (Color.alpha(label.halo()) > 0) {
            color("stroke", label.halo());
            svg.append(" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        svg.append('>').append(escape(label.text())).append("</text>\n");
    }

    /** Filled polygons; tenths of a pixel are enough where each covers a few pixels. */
    @Override
    public void mesh(Mark.Mesh mesh) {
        svg.append("<g>\n");
        for (int i = 0; i < mesh.count(); i++) {
            Mark.Area area = mesh.area(i);
            svg.append("<path d=\"");
            points(area.x(), area.y(), true, 10);
            svg.append('"');
            color("fill", area.color());
            svg.append("/>\n");
        }
        svg.append("</g>\n");
    }

    private void points(double[] x, double[] y, boolean closed) {
        points(x, y, closed, HUNDREDTHS);
    }

    /** Each point after the first as the way from the one before as written: a third shorter, and errors do not add up. */
    private void points(double[] x, double[] y, boolean closed, double parts) {
        double atX = 0;
        double atY = 0;
        for (int i = 0; i < x.length; i++) {
            double toX = whole(x[i], parts);
            double toY = whole(y[i], parts);
            svg.append(i == 0 ? "M" : "l").append(Decimal.text((toX - atX) / parts));
            svg.append(' ').append(Decimal.text((toY - atY) / parts));
            atX = toX;
            atY = toY;
        }
        svg.append(closed ? "Z" : "");
    }

    private void attribute(String name, double value) {
        svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    private void color(String name, int color) {
        int alpha = Color.alpha(color);
        if (alpha == 0) {
            svg.append(' ').append(name).append("=\"none\"");
            return;
        }
        svg.append(' ').append(name).append("=\"#");
        for (int shift = 20; shift >= 0; shift -= 4) {
            svg.append("0123456789abcdef".charAt(color >> shift & 15));
        }
        svg.append('"');
        if (alpha < 255) {
            attribute(name + "-opacity", alpha / 255.0);
        }
    }

    private static String number(double value) {
        return Decimal.text(whole(value, HUNDREDTHS) / HUNDREDTHS);
    }

    /** The nearest whole number of parts of a pixel; what is not a number would make the document invalid and becomes 0. */
    private static double whole(double value, double parts) {
        double nearest = Math.floor(value * parts + 0.5);
        return nearest == 0 || !Double.isFinite(nearest) ? 0 : nearest;
    }

    /** Text safe in an element and in an attribute; characters that XML does not know become a replacement mark. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(isXml(text, i) ? c : '\ufffd');
            }
        }
        return escaped.toString();
    }

    private static boolean isXml(String text, int index) {
        char c = text.charAt(index);
        if (c >= 0xd800 && c < 0xdc00) {
            char following = index + 1 < text.length() ? text.charAt(index + 1) : 0;
            return following >= 0xdc00 && following < 0xe000;
        }
        if (c >= 0xdc00 && c < 0xe000) {
            char before = index > 0 ? text.charAt(index - 1) : 0;
            return before >= 0xd800 && before < 0xdc00;
        }
        return (c >= 0x20 && c < 0xfffe) || c == '\t' || c == '\n' || c == '\r';
    }
}
