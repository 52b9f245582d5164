package org.fallline.server.http;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.List;
import org.fallline.server.store.SavedExperiment;

/** The link of a shared experiment as a QR code, for slides and paper: {@code /e/{id}/qr.svg}. */
public final class QrCode implements Resource {
    private static final String FOR_A_DAY = "public, max-age=86400";
    private static final String SVG = "image/svg+xml";

    /** Modules of white on every side, as ISO/IEC 18004 demands. */
    private static final int QUIET = 4;

    private final Lookup lookup;
    private final PublicUrl publicUrl;

    /**
     * The codes of the saved experiments.
     *
     * @param lookup what they lead to
     * @param publicUrl where visitors reach it
     */
    public QrCode(Lookup lookup, PublicUrl publicUrl) {
        this.lookup = lookup;
        this.publicUrl = publicUrl;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(HandlerType.GET, "/e/{id}/qr.svg", this::get)
                .withMetadata(Operation.of("qrCode", "The link as a QR code", "Black on white, in SVG.")
                        .ofOne()
                        .cached()
                        .reply(200, "The code.", SVG, null)));
    }

    private void get(Context ctx) {
        SavedExperiment saved = lookup.visible(ctx);
        SecurityHeaders.allowLoading(ctx);
        Content.text(svg(publicUrl.of(ctx, "/e/" + saved.id())), SVG).send(ctx, FOR_A_DAY);
    }

    static String svg(String link) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(link, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + link, e);
        }
        int side = modules.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><title>" + Html.escape(link)
                + "</title><path fill=\"#fff\" d=\"M0 0h"
                + side + "v" + side + "H0z\"/><path d=\"" + path + "\"/></svg>";
    }
}
