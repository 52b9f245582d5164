package org.fallline.web.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Chromium traced of a page: the tasks in which its main thread ran our code. */
final class Trace {
    /** A frame, a message, an event, a callback: what calls into a page's code. */
    private static final Set<String> OURS =
            Set.of("FireAnimationFrame", "HandlePostMessage", "EventDispatch", "FunctionCall", "TimerFire");

    /** By process and thread. */
    private final Map<String, Double> longest = new TreeMap<>();

    private final Set<String> mains = new TreeSet<>();

    private Trace() {}

    /** Traces what happens meanwhile. */
    static Trace of(Browser browser, Page page, Runnable meanwhile) {
        browser.startTracing(
                page, new Browser.StartTracingOptions().setCategories(List.of("devtools.timeline", "__metadata")));
        meanwhile.run();
        String text = new String(browser.stopTracing(), StandardCharsets.UTF_8);
        Trace trace = new Trace();
        JsonParser.parseString(text)
                .getAsJsonObject()
                .getAsJsonArray("traceEvents")
                .forEach(event -> trace.take(event.getAsJsonObject()));
        return trace;
    }

    private void take(JsonObject event) {
        String thread = text(event, "pid") + "/" + text(event, "tid");
        String name = text(event, "name");
        if (name.equals("thread_name")
                && text(event.getAsJsonObject("args"), "name").equals("CrRendererMain")) {
            mains.add(thread);
        }
        if (OURS.contains(name) && event.has("tdur")) {
            longest.merge(thread, event.get("tdur").getAsDouble() / 1000, Math::max);
        }
    }

    /** The longest task, in milliseconds of the thread's own time. */
    double longestTask() {
        return mains.stream()
                .mapToDouble(main -> longest.getOrDefault(main, 0.0))
                .max()
                .orElseThrow();
    }

    private static String text(JsonObject object, String member) {
        return object.has(member) ? object.get(member).getAsString() : "";
    }
}
