package org.fallline.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fallline.server.Specs;

/** Prints one line a figure: name, ours, reference, ours / reference. The argument is the server's jar. */
public final class ServerBench {
    private static final int CLIENTS = 8;
    private static final int MIXED_CLIENTS = 32;
    private static final int ROUNDS = 7;
    private static final long ROUND_MILLIS = 2000;

    /** Saves are rarer than reads: until the virtual machine has compiled what they do, its compiler wants a processor too. */
    private static final long MIXED_WARM_UP_MILLIS = 16_000;

    private static final int STARTS = 5;
    private static final int EXPERIMENTS = 200;
    private static final int MEMORY_REQUESTS = 200_000;
    private static final String API = "/api/experiments";

    private final Path jar;
    private final Path folder;

    private ServerBench(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("fallline-bench");
        new ServerBench(Path.of(args[0]), folder).run();
    }

    private void run() throws Exception {
        double[] starts = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            int port = freePort();
            long begin = System.nanoTime();
            Process ours = serve(port, "data" + i);
            awaitAnswer(port, "/health/ready");
            starts[i] = (System.nanoTime() - begin) / 1e9;
            ours.destroy();
            ours.waitFor();
        }
        print("start to first response, s / aim", median(starts), 1.5);

        int port = freePort();
        Process ours = serve(port, "data");
        try {
            awaitAnswer(port, "/health/ready");
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < EXPERIMENTS; i++) {
                ids.add(save(port, Specs.titled("Experiment " + i, "n".repeat(300))));
            }
            throughput(port, ids);
            mixed(port, ids);
            memory(port, ids, ours.pid());
        } finally {
            ours.destroy();
            ours.waitFor();
        }
    }

    private Process serve(int port, String data) throws IOException {
        return java(
                "-Xmx256m",
                "-jar",
                jar.toString(),
                "serve",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--data",
                folder.resolve(data).toString(),
                "--saves-per-minute",
                "0");
    }

    /** One after the other in every round, so that both see the same machine. */
    private void throughput(int port, List<String> ids) throws Exception {
        Path experiment = body(port, API + "/" + ids.get(0), "experiment");
        Path page = body(port, "/", "page");
        int barePort = freePort();
        String java = ProcessHandle.current().info().command().orElse("java");
        Process bare = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        "" + barePort,
                        "/experiment",
                        experiment.toString(),
                        "/page",
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bare.log").toFile())
                .start();
        try {
            awaitAnswer(barePort, "/experiment");
            byte[][] requests = ids.stream().map(id -> Load.get(API + "/" + id)).toArray(byte[][]::new);
            compare(
                    "GET of a saved experiment, requests a second / bare handler",
                    port,
                    i -> requests[i % requests.length],
                    barePort,
                    "/experiment");
            byte[] home = Load.get("/");
            compare("GET of the first page, requests a second / bare handler", port, i -> home, barePort, "/page");
        } finally {
            bare.destroy();
            bare.waitFor();
        }
    }

    private static void compare(String name, int port, IntFunction<byte[]> requests, int barePort, String barePath) {
        byte[] bareRequest = Load.get(barePath);
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        new Load(port, CLIENTS).during(2 * ROUND_MILLIS, requests);
        new Load(barePort, CLIENTS).during(2 * ROUND_MILLIS, i -> bareRequest);
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = perSecond(new Load(port, CLIENTS).during(ROUND_MILLIS, requests));
            bare[round] = perSecond(new Load(barePort, CLIENTS).during(ROUND_MILLIS, i -> bareRequest));
            ratios[round] = ours[round] / bare[round];
        }
        line(name, median(ours), median(bare), median(ratios));
    }

    private static double perSecond(Load.Outcome outcome) {
        if (outcome.failures() > 0) {
            throw new IllegalStateException(outcome.failures() + " requests failed");
        }
        return outcome.perSecond();
    }

    /** Nine reads, one save, and so on. */
    private static void mixed(int port, List<String> ids) {
        byte[][] reads = ids.stream().map(id -> Load.get(API + "/" + id)).toArray(byte[][]::new);
        IntFunction<byte[]> requests = i -> i % 10 == 9
                ? Load.post(API, Specs.titled("Mixed " + i + " " + System.nanoTime(), ""))
                : reads[i % reads.length];
        Load load = new Load(port, MIXED_CLIENTS);
        load.during(MIXED_WARM_UP_MILLIS, requests);
        double[] medians = new double[ROUNDS];
        double[] high = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Load.Outcome outcome = load.during(ROUND_MILLIS, requests);
            perSecond(outcome);
            medians[round] = outcome.quantile(0.5);
            high[round] = outcome.quantile(0.99);
        }
        print("p99 of 90 % reads and 10 % saves, ms / five medians", median(high), 5 * median(medians));
    }

    /** What is left after a collection, early and late. */
    private static void memory(int port, List<String> ids, long pid) throws Exception {
        byte[][] reads = ids.stream().map(id -> Load.get(API + "/" + id)).toArray(byte[][]::new);
        IntFunction<byte[]> requests = i -> i % 100 == 99
                ? Load.post(API, Specs.titled("Memory " + i + " " + System.nanoTime(), ""))
                : i % 10 == 5 ? Load.get("/e/" + ids.get(i % ids.size())) : reads[i % reads.length];
        Load load = new Load(port, CLIENTS);
        perSecond(load.times(MEMORY_REQUESTS / 10, requests));
        double early = heapMegabytes(port, pid);
        perSecond(load.times(MEMORY_REQUESTS, requests));
        print(
                "heap in use after " + MEMORY_REQUESTS + " requests, MB / after the first " + MEMORY_REQUESTS / 10,
                heapMegabytes(port, pid),
                early);
    }

    private static double heapMegabytes(int port, long pid) throws Exception {
        for (int i = 0; i < 2; i++) {
            new ProcessBuilder("jcmd", Long.toString(pid), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        Matcher used = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"} (\\S+)")
                .matcher(new String(bytes(port, "/metrics"), StandardCharsets.UTF_8));
        if (!used.find()) {
            throw new IllegalStateException("no heap in the metrics");
        }
        return Double.parseDouble(used.group(1)) / (1 << 20);
    }

    private Path body(int port, String path, String name) throws IOException {
        return Files.write(folder.resolve(name), bytes(port, path));
    }

    private static byte[] bytes(int port, String path) throws IOException {
        HttpURLConnection connection = open(port, path);
        connection.setRequestProperty("Accept-Encoding", "gzip, deflate, br");
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String save(int port, String spec) throws IOException {
        HttpURLConnection connection = open(port, API);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.getOutputStream().write(spec.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = connection.getInputStream()) {
            Matcher id = Pattern.compile("\"id\":\"([^\"]*)\"")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!id.find()) {
                throw new IOException("no id");
            }
            return id.group(1);
        }
    }

    private static HttpURLConnection open(int port, String path) throws IOException {
        URL url = URI.create("http://127.0.0.1:" + port + path).toURL();
        return (HttpURLConnection) url.openConnection();
    }

    private static void awaitAnswer(int port, String path) throws InterruptedException {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            try {
                bytes(port, path);
                return;
            } catch (IOException e) {
                Thread.sleep(2);
            }
        }
        throw new IllegalStateException("no answer from port " + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String name, double ours, double reference) {
        line(name, ours, reference, ours / reference);
    }

    private static void line(String name, double ours, double reference, double ratio) {
        System.out.println(String.format(Locale.ROOT, "%s\t%.3g\t%.3g\t%.2f", name, ours, reference, ratio));
    }
}
