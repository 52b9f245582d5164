package org.fallline.web.chapter;

import org.teavm.jso.JSBody;

/**
 * A page on paper shows posters where it has live figures. A browser that prints does not wait for pictures: so those that have not
 * been in sight yet are fetched once there is nothing else to do, and the light ones too where the screen is dark.
 */
final class Paper {
    /** Milliseconds after which most readers have seen what they came for. */
    private static final int AFTER = 3000;

    private Paper() {}

    static void prepare() {
        prepare(".poster img, .lessons img, .picture img", AFTER);
    }

    @JSBody(
            params = {"pictures", "after"},
            script = "const all = Array.from(document.querySelectorAll(pictures)); const light = [];"
                    + " setTimeout(function() { all.forEach(function(picture) { picture.loading = 'eager';"
                    + " if (matchMedia('(prefers-color-scheme: dark)').matches) { const other = new Image();"
                    + " other.src = picture.getAttribute('src'); light.push(other); } }); }, after);"
                    + " function choose(media) { all.forEach(function(picture) {"
                    + " const dark = picture.parentNode.querySelector('source'); if (!dark) { return; }"
                    + " dark.dataset.media = dark.dataset.media || dark.media; dark.media = media || dark.dataset.media; }); }"
                    + " addEventListener('beforeprint', function() { choose('not all'); });"
                    + " addEventListener('afterprint', function() { choose(''); });")
    private static native void prepare(String pictures, int after);
}
