package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgPainterTest {
    @Test
    void everyMark_hasItsElement() throws Exception {
        Scene scene = new Scene(
                60,
                40,
                0xfff0f0f0,
                List.of(
                        new Mark.Raster(new int[] {0xff112233, 0xffaabbcc}, 2, 1, 5, 6, 7, 8, false),
                        new Mark.Area(new double[] {1, 2, 3}, new double[] {4, 5, 4}, 0x80ff0000),
                        new Mark.Line(
                                new double[] {0.125, 9}, new double[] {1, 2}, true, 0xff00ff00, 1.5, new double[] {4, 2
                                }),
                        new Mark.Dot(10, 11, 3, 0, 0xff0000ff, 2),
                        new Mark.Arrow(0, 20, 30, 20, 0xff123456, 2),
                        new Mark.Mesh(
                                new double[] {40, 50, 50, 40, Double.NaN},
                                new double[] {10, 10, 20, 20, Double.NaN},
                                new int[] {0xff000000, 0xff0000ff, 0xff00ff00, 0xffff0000, 0},
                                new int[] {0, 1, 2, 3}),
                        new Mark.Label("a < b", 5, 35, Mark.Label.Anchor.END, 12, true, 0xff000000, 0xffffffff)),
                "Seven marks.");
        Golden.assertMatches("marks.svg", SvgPainter.svg(scene, "Marks"));
    }

    @Test
    void texts_areEscapedAndTheDocumentIsWellFormed() throws Exception {
        String nasty = "<script>&\"' \u0000\ud800 \ud83d\ude00 ]]>";
        Mark label = new Mark.Label(nasty, 0, 0, Mark.Label.Anchor.START, 12, false, 0xff000000, 0);
        Document document = parse(SvgPainter.svg(new Scene(10, 10, 0, List.of(label), nasty), nasty));
        String expected = "<script>&\"' \ufffd\ufffd \ud83d\ude00 ]]>";
        assertEquals(expected, document.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(expected, document.getElementsByTagName("desc").item(0).getTextContent());
        assertEquals(expected, document.getElementsByTagName("text").item(0).getTextContent());
        assertEquals(0, document.getElementsByTagName("script").getLength());
    }

    @Test
    void metadata_isKeptAsItIs() throws Exception {
        String text = "{\"title\":\"a < b & c\\u0000\"}";
        Scene scene = new Scene(10, 10, 0, List.of(), "");
        Document document = parse(SvgPainter.svg(scene, "", text));
        Element metadata = (Element) document.getElementsByTagName("metadata").item(0);
        assertEquals(SvgPainter.METADATA_ID, metadata.getAttribute("id"));
        assertEquals(text, metadata.getTextContent());
        assertEquals(
                0,
                parse(SvgPainter.svg(scene, ""))
                        .getElementsByTagName("metadata")
                        .getLength());
    }

    @Test
    void numbersThatAreNone_doNotSpoilTheDocument() throws Exception {
        Mark line = Mark.Line.segment(Double.NaN, 1e300, Double.POSITIVE_INFINITY, -0.0, 0xff000000, 1);
        String svg = SvgPainter.svg(new Scene(10, 10, 0, List.of(line), ""), "");
        parse(svg);
        assertTrue(!svg.contains("NaN") && !svg.contains("Infinity"), svg);
    }

    @Test
    void png_isReadByOthersWithTheSamePixels() throws Exception {
        for (int alpha : new int[] {255, 128}) {
            int[] pixels = new int[200 * 150];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (i % 7 == 0 ? alpha : 255) << 24 | (i * 0x010307 & 0xffffff);
            }
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.bytes(pixels, 200, 150)));
            assertEquals(200, image.getWidth());
            int[] read = image.getRGB(0, 0, 200, 150, null, 0, 200);
            assertTrue(Arrays.equals(pixels, read));
        }
    }

    static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
