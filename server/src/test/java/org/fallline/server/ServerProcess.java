package org.fallline.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, which can be ended as an operator or as a power cut ends it. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on http://[^:/]+:(\\d+)/");

    private final Process process;
    private final BufferedReader errors;
    private final int port;

    private ServerProcess(Process process, BufferedReader errors, int port) {
        this.process = process;
        this.errors = errors;
        this.port = port;
    }

    /** Starts {@code serve} with options and environment, and waits until it listens. */
    static ServerProcess start(Map<String, String> environment, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--host", "127.0.0.1", "--port", "0"));
        all.addAll(List.of(options));
        Process process = launch(environment, all.toArray(String[]::new));
        BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                drain(errors);
                return new ServerProcess(process, errors, Integer.parseInt(listening.group(1)));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the server did not start:\n" + said);
    }

    /** Starts {@code serve} and waits for nothing. */
    static Process launch(Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1", // these processes live for seconds
                // The jar's manifest says so of itself; newer JVMs warn otherwise.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** A log that nobody reads would stop the process. */
    private static void drain(BufferedReader errors) {
        Thread thread = new Thread(() -> {
            try {
                while (errors.readLine() != null) {
                    // gone
                }
            } catch (IOException e) {
                // the process has ended
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return port;
    }

    /** Ends it as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        errors.close();
    }
}
