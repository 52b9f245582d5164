package org.fallline.web.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on a free port of this machine: the files of one folder, each answer under one policy. */
public final class FileServer implements AutoCloseable {
    /** What the site is made for: code from its own origin only, WebAssembly allowed, no code from text. */
    public static final String STRICT_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "wasm", "application/wasm");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path folder;
    private final String policy;
    private final List<String> served = new CopyOnWriteArrayList<>();

    private FileServer(HttpServer server, Path folder, String policy) {
        this.server = server;
        this.folder = folder.toAbsolutePath().normalize();
        this.policy = policy;
    }

    /** Starts a server of a folder; {@code policy} is the Content-Security-Policy of every answer. */
    public static FileServer start(Path folder, String policy) {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            FileServer server = new FileServer(HttpServer.create(anyPort, 0), folder, policy);
            server.server.setExecutor(server.threads);
            server.server.createContext("/", server::answer);
            server.server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers, without a slash at the end: {@code http://127.0.0.1:41235}. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths of the files that were found and sent, in order: {@code /worker.js}. */
    public List<String> served() {
        return List.copyOf(served);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Path file = folder.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""))
                    .normalize();
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String name = file.getFileName().toString();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            served.add(path);
            byte[] content = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
