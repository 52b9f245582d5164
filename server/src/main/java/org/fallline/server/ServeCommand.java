package org.fallline.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;

/** {@code serve}: runs the server until the process is told to end. */
@Command(
        name = "serve",
        description = "Serves the playground until the process is told to end.",
        showDefaultValues = true)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 for any free one.")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address to listen on; every one if not given.",
            showDefaultValue = Help.Visibility.NEVER)
    private String host = "";

    @Option(names = "--data", paramLabel = "DIR", description = "Directory of the database, made when missing.")
    private Path data = Path.of("data");

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Where visitors reach the server, if a proxy is in front of it.")
    private @Nullable URI publicUrl = null;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65535) {
            throw new CommandException("--port is " + port + "; a port is from 0 to 65535");
        }
        App app = App.start(Settings.of(host, port, data).withPublicUrl(publicUrl()));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            app.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        stopped.await();
        return 0;
    }

    private @Nullable String publicUrl() {
        if (publicUrl == null) {
            return null;
        }
        if (publicUrl.getHost() == null
                || !("http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme()))) {
            throw new CommandException(
                    "--public-url is " + publicUrl + "; expected something like https://fallline.example");
        }
        return publicUrl.toString().replaceFirst("/+$", "");
    }
}
