package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fallline.server.RunningServer;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Cards, oEmbed, QR codes and the gallery's page. */
class SharingTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    /** Markup of HTML, of XML and of attributes, and a character that XML does not know. */
    private static final String NASTY = "<b onclick='x'>&amp;\\\"]]><!--\\u0001\\uffff";

    private static String oembed(String url, String more) {
        return "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more;
    }

    private static String link(String id) {
        return SERVER.home() + "e/" + id;
    }

    @Test
    void oembed_isDiscoveredByTheSharedPage() {
        String id = SERVER.save(Specs.HIMMELBLAU);
        String page = SERVER.get("/e/" + id).text();
        for (String type : List.of("application/json", "text/xml")) {
            Matcher discovered = Pattern.compile(
                            "<link rel=\"alternate\" type=\"" + type + "\\+oembed\"[^>]* href=\"([^\"]*)\"")
                    .matcher(page);
            assertTrue(discovered.find(), page);
            String address = discovered.group(1).replace("&amp;", "&").replace(SERVER.home(), "/");
            Answer answer = SERVER.get(address);
            assertEquals(200, answer.status(), address);
            assertTrue(answer.header("Content-Type").startsWith(type), answer.header("Content-Type"));
            assertTrue(answer.text().contains("/embed/" + id), answer.text());
        }
    }

    @Test
    void oembed_staysWithinWhatIsAskedFor() {
        String id = SERVER.save(Specs.titled("Fits", ""));
        Answer plain = SERVER.get(oembed(link(id), ""));
        assertEquals("720", plain.member("width"));
        assertEquals("560", plain.member("height"));
        assertEquals("rich", plain.member("type"));
        assertEquals("480", plain.member("thumbnail_width"));
        Answer small = SERVER.get(oembed(SERVER.home() + "embed/" + id, "&maxwidth=300&maxheight=200&format=json"));
        assertEquals("300", small.member("width"));
        assertEquals("200", small.member("height"));
        assertEquals("", small.member("thumbnail_url"));
        assertTrue(small.member("html").contains("width=\"300\" height=\"200\""), small.text());
    }

    @ParameterizedTest
    @CsvSource({
        "'&format=yaml', 501",
        "'&maxwidth=0',  400",
        "'&maxheight=x', 400",
    })
    void oembed_wrongParameter_isRefused(String more, int status) {
        assertEquals(
                status,
                SERVER.get(oembed(link(SERVER.save(Specs.CHAPTER)), more)).status());
    }

    @Test
    void oembed_ofWhatIsNotOurs_is404() {
        String id = SERVER.save(Specs.CHAPTER);
        for (String url : List.of(
                "https://elsewhere.example/e/" + id,
                SERVER.home(),
                SERVER.home() + "e/0123456789ab",
                SERVER.home() + "x/e/" + id,
                "file:///e/" + id)) {
            assertEquals(404, SERVER.get(oembed(url, "")).status(), url);
        }
        assertEquals(400, SERVER.get("/oembed").status());
    }

    @Test
    void oembed_titleThatIsMarkup_isOnlyText() throws Exception {
        String id = SERVER.save(Specs.titled(NASTY, NASTY));
        Answer json = SERVER.get(oembed(link(id), ""));
        assertFalse(json.member("html").contains("<b"), json.member("html"));
        Answer xml = SERVER.get(oembed(link(id), "&format=xml"));
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.bytes()))
                .getDocumentElement();
        assertEquals("oembed", root.getTagName());
        assertTrue(root.getElementsByTagName("title").item(0).getTextContent().startsWith("<b onclick='x'>&amp;\"]]>"));
        assertEquals(
                json.member("html"), root.getElementsByTagName("html").item(0).getTextContent());
    }

    @Test
    void qrCode_readByAReader_isTheLink() throws Exception {
        String id = SERVER.save(Specs.CHAPTER);
        Answer code = SERVER.get("/e/" + id + "/qr.svg");
        assertEquals("image/svg+xml", code.header("Content-Type"));
        assertEquals(link(id), read(code.text()));
        assertEquals(404, SERVER.get("/e/0123456789ab/qr.svg").status());
    }

    /** What a QR reader reads of the drawing, eight pixels a module. */
    private static String read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertTrue(box.find());
        int side = Integer.parseInt(box.group(1)) * 8;
        byte[] pixels = new byte[side * side];
        Arrays.fill(pixels, (byte) 255);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            for (int i = 0; i < 64; i++) {
                int x = Integer.parseInt(module.group(1)) * 8 + i % 8;
                int y = Integer.parseInt(module.group(2)) * 8 + i / 8;
                pixels[y * side + x] = 0;
            }
        }
        LuminanceSource source = new LuminanceSource(side, side) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                return Arrays.copyOfRange(pixels, y * side, (y + 1) * side);
            }

            @Override
            public byte[] getMatrix() {
                return pixels;
            }
        };
        // Looking for a code as in a photograph, the reader misses one drawing in sixty.
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    @Test
    void unlistedExperiment_isKeptFromSearchEngines_andAListedOneIsNot() {
        String unlisted =
                SERVER.get("/e/" + SERVER.save(Specs.titled("Unlisted", ""))).text();
        assertTrue(unlisted.contains("<meta name=\"robots\" content=\"noindex\">"), unlisted);
        String listed =
                SERVER.get("/e/" + SERVER.list(Specs.titled("Listed", ""))).text();
        assertFalse(listed.contains("noindex"), listed);
    }

    @Test
    void galleryPage_showsWhatIsListed_asTextOnly() {
        assertTrue(SERVER.get("/gallery?q=nothing-like-it").text().contains("Nothing in the gallery is like that"));
        String id = SERVER.list(Specs.titled(NASTY, NASTY + " in the gallery"), "plain tag");
        Answer page = SERVER.get("/gallery?q=%3Cb&tag=plain+tag");
        assertEquals(200, page.status());
        assertTrue(page.text().contains("href=\"/e/" + id + "\""), page.text());
        assertTrue(page.text().contains("&lt;b onclick=&#39;x&#39;&gt;"), page.text());
        assertFalse(page.text().contains("<b "), page.text());
        assertTrue(page.text().contains("value=\"&lt;b\""), page.text());
        assertTrue(page.header("Content-Security-Policy").contains("form-action 'self'"));
        assertEquals(200, SERVER.get("/pages.css").status());
        assertEquals(400, SERVER.get("/gallery?sort=best").status());
    }

    @Test
    void everyFieldOfAView_isDescribed() {
        // Whatever comes back is held against the description.
        Answer kept = SERVER.get("/api/experiments/" + SERVER.save(Specs.LOOKED_AT));
        assertTrue(kept.text().contains("\"tensor\":\"W1\""), kept.text());
    }

    @Test
    void apiPage_saysWhatEveryOperationDoes() {
        Answer page = SERVER.get("/api");
        assertEquals(200, page.status());
        for (String part : List.of("Save an experiment", "/api/experiments/{id}/fork", "id=\"schema-Problem\"")) {
            assertTrue(page.text().contains(part), part);
        }
        assertEquals(
                "application/schema+json",
                SERVER.get("/schema/experiment-v1.json").header("Content-Type"));
    }
}
