package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fallline.web.model.Gallery;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** What there is to descend, with pictures: a group of radio buttons, made when it is first opened. */
final class GalleryDialog {
    private final HTMLElement dialog = Html.byId("gallery");
    private final HTMLElement groups = Html.byId("gallery-groups");
    private final Consumer<Gallery.Item> chosen;
    private final List<HTMLElement> radios = new ArrayList<>();

    /**
     * A gallery.
     *
     * @param chosen receives what the visitor chooses, also while the gallery stays open
     */
    GalleryDialog(Consumer<Gallery.Item> chosen) {
        this.chosen = chosen;
        Html.on(Html.byId("close-gallery"), "click", event -> Browser.close(dialog));
        // A press on the dialog itself, not on what is in it, is one beside it.
        Html.on(dialog, "click", event -> {
            if (event.getTarget() == dialog) {
                Browser.close(dialog);
            }
        });
        Html.on(groups, "keydown", event -> {
            if (((KeyboardEvent) event).getKey().equals("Enter")) {
                // Else the button that gets the focus back would take it for a press.
                event.preventDefault();
                Browser.close(dialog);
            }
        });
    }

    void open(String present) {
        if (radios.isEmpty()) {
            build();
        }
        Browser.showModal(dialog);
        for (HTMLElement radio : radios) {
            boolean isPresent = present.equals(radio.getAttribute("value"));
            Html.setChecked(radio, isPresent);
            if (isPresent) {
                radio.focus();
            }
        }
    }

    private void build() {
        for (Gallery.Group group : Gallery.groups()) {
            HTMLElement items = Html.element("div", "gallery-items");
            for (Gallery.Item item : group.items()) {
                items.appendChild(card(item));
            }
            HTMLElement set = Html.element("fieldset", "", Html.text("legend", "", Words.say(group.label())), items);
            groups.appendChild(set);
        }
    }

    private HTMLElement card(Gallery.Item item) {
        HTMLElement radio = Html.element("input", "");
        radio.setAttribute("type", "radio");
        radio.setAttribute("name", "problem");
        radio.setAttribute("id", "problem-" + item.name());
        radio.setAttribute("value", item.name());
        radio.setAttribute("aria-label", Words.say(item.label()));
        radio.setAttribute("aria-describedby", "lesson-" + item.name());
        Html.on(radio, "change", event -> chosen.accept(item));
        // Arrow keys choose and stay, a press chooses and closes; a press of a key has no count.
        Html.on(radio, "click", event -> {
            if (((MouseEvent) event).getDetail() > 0) {
                Browser.close(dialog);
            }
        });
        radios.add(radio);
        HTMLElement lesson = Html.text("span", "lesson", Words.say(item.lesson()));
        lesson.setAttribute("id", "lesson-" + item.name());
        return Html.element(
                "label",
                "gallery-item",
                radio,
                image(item.thumbnail()),
                Html.text("span", "name", Words.say(item.label())),
                lesson);
    }

    /** A picture that is loaded when it comes into sight. */
    static HTMLElement image(String thumbnail) {
        HTMLElement image = Html.element("img", "thumbnail");
        image.setAttribute("alt", "");
        image.setAttribute("loading", "lazy");
        image.setAttribute("src", address(thumbnail));
        return image;
    }

    /** Where the picture of this name is; saved experiments are shown below the site. */
    static String address(String thumbnail) {
        return Browser.site() + "thumbnails/" + thumbnail;
    }
}
