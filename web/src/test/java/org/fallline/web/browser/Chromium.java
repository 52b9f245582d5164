package org.fallline.web.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A headless Chromium, found on this machine or provided.
 *
 * <p>In this order: the executable that the environment variable {@code FALLLINE_CHROMIUM} names; {@code chromium},
 * {@code chromium-browser} or {@code google-chrome} where programs are kept; {@code apt-get install chromium} when that
 * is allowed without a question; Playwright's own download; else {@link #start} fails and says what to install.
 */
public final class Chromium implements AutoCloseable {
    private static final String PROGRAM = "**/program.js";
    private static final String VARIABLE = "FALLLINE_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Chromium's sandbox needs what containers lack; tests load pages of our own only, and nothing in the background. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts a browser, with more arguments than all have; throws {@code IllegalStateException} when there is none and none can be provided. */
    public static Chromium start(String... more) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(concat(ARGUMENTS, List.of(more)));
        // Without an executable Playwright takes the browser that it downloaded.
        provide().ifPresent(options::setExecutablePath);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** Has a profile load the site's program as where WebAssembly has no garbage collection. */
    public static void hideGarbageCollection(BrowserContext context) {
        context.route(PROGRAM, route -> {
            APIResponse response = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(response)
                    .setBody("WebAssembly.validate = () => false;\n" + response.text()));
        });
    }

    /** Ends what {@link #hideGarbageCollection} began: a request that comes while a page goes must not be answered in its place. */
    public static void showGarbageCollection(BrowserContext context) {
        context.unroute(PROGRAM);
    }

    /** The running browser; every {@code newContext()} of it is a fresh profile. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> provide() {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException(VARIABLE + " names no executable: " + named);
            }
            return Optional.of(Path.of(named));
        }
        List<String> attempts = new ArrayList<>();
        Optional<Path> found = installed().or(() -> aptInstall(attempts) ? installed() : Optional.empty());
        if (found.isEmpty() && !download(attempts)) {
            throw new IllegalStateException("The browser tests need Chromium. Install the package chromium or Google"
                    + " Chrome, or name an executable in " + VARIABLE + ".\n" + String.join("\n", attempts));
        }
        return found;
    }

    private static Optional<Path> installed() {
        List<String> folders = new ArrayList<>(List.of("/usr/bin"));
        folders.addAll(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
        return folders.stream()
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean aptInstall(List<String> attempts) {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return false;
        }
        List<String> asRoot = System.getProperty("user.name").equals("root") ? List.of() : List.of("sudo", "-n");
        if (!asRoot.isEmpty() && !run(List.of("sudo", "-n", "true"), attempts)) {
            return false;
        }
        return run(concat(asRoot, List.of("apt-get", "update")), attempts)
                && run(concat(asRoot, List.of("apt-get", "install", "-y", "chromium")), attempts);
    }

    private static boolean download(List<String> attempts) {
        List<String> driver = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder()
                .command();
        return run(concat(driver, List.of("install", "chromium")), attempts);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Runs a command without input; when it fails, its output goes to the attempts. */
    private static boolean run(List<String> command, List<String> attempts) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                attempts.add(String.join(" ", command) + " ended with " + status + ":\n" + output);
            }
            return status == 0;
        } catch (IOException e) {
            attempts.add(String.join(" ", command) + ": " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while providing Chromium", e);
        }
    }
}
