package org.fallline.web.chapter;

import java.util.LinkedHashSet;
import java.util.Set;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Storage;
import org.fallline.web.words.Split;
import org.teavm.jso.dom.html.HTMLElement;

/** Which checkpoints a reader has passed, as this browser remembers. */
final class Progress {
    private static final String KEPT = "fallline.chapter";

    private final Set<String> passed = new LinkedHashSet<>();

    private Progress() {}

    static Progress read() {
        Progress progress = new Progress();
        String kept = Storage.read(KEPT);
        progress.passed.addAll(Split.at(' ', kept == null ? "" : kept));
        return progress;
    }

    boolean isPassed(String lesson, String checkpoint) {
        return passed.contains(lesson + "#" + checkpoint);
    }

    void pass(String lesson, String checkpoint) {
        if (passed.add(lesson + "#" + checkpoint)) {
            Storage.write(KEPT, String.join(" ", passed));
        }
    }

    /** Tells, in an item of the list of lessons, how much of its lesson is done. */
    void show(HTMLElement item) {
        String lesson = item.getAttribute("data-lesson") + "#";
        long count = passed.stream().filter(each -> each.startsWith(lesson)).count();
        String all = item.getAttribute("data-checkpoints");
        if (count > 0) {
            boolean isDone = String.valueOf(count).equals(all);
            Html.setText(
                    item.querySelector(".progress"),
                    isDone ? " · all checkpoints passed" : " · " + count + " of " + all + " checkpoints passed");
            Html.setClass(item, "done", isDone);
        }
    }
}
