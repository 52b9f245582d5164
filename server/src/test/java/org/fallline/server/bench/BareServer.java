package org.fallline.server.bench;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The least that Javalin does for a request: each argument after the port is a path and the file that it answers with. */
public final class BareServer {
    private BareServer() {}

    public static void main(String[] args) throws IOException {
        byte[][] bodies = new byte[args.length][];
        for (int i = 2; i < args.length; i += 2) {
            bodies[i] = Files.readAllBytes(Path.of(args[i]));
        }
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.http.compressionStrategy = CompressionStrategy.NONE;
                    for (int i = 1; i + 1 < args.length; i += 2) {
                        byte[] body = bodies[i + 1];
                        config.routes.get(
                                args[i],
                                ctx -> ctx.contentType("application/octet-stream")
                                        .result(body));
                    }
                })
                .start("127.0.0.1", Integer.parseInt(args[0]));
    }
}
