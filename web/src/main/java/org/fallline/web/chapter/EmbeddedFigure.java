package org.fallline.web.chapter;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** The live figures of a page, by the ids of their elements, through the page API's messages. */
final class EmbeddedFigure {
    private EmbeddedFigure() {}

    /** Is told of what has changed in a figure. */
    @JSFunctor
    interface Change extends JSObject {
        void changed(String figure, JSObject state);
    }

    /** Calls back whenever the state of a figure has changed, from when it is there. */
    @JSBody(
            params = "change",
            script = "const watched = new Set(); addEventListener('message', function(event) {"
                    + " const data = event.data; if (!data || !data.fallline) { return; }"
                    + " document.querySelectorAll('fallline-embed[id]').forEach(function(figure) {"
                    + " const frame = figure.querySelector('iframe');"
                    + " if (!frame || frame.contentWindow !== event.source) { return; }"
                    + " if (!watched.has(event.source)) { watched.add(event.source);"
                    + " event.source.postMessage({fallline: 'watch', id: 0}, '*'); }"
                    + " if (data.state) { change(figure.id, data.state); } }); });")
    static native void onChange(Change change);

    /** Lets the way from a figure to the playground lead to what the reader has made of it. */
    @JSBody(
            params = "link",
            script = "link.addEventListener('click', function() {"
                    + " const frame = link.closest('figure').querySelector('iframe');"
                    + " const way = frame && frame.contentDocument && frame.contentDocument.getElementById('open');"
                    + " if (way && way.hash) { link.href = way.href; } });")
    static native void leadOn(HTMLElement link);

    /** Asks a figure for something of the page API, as soon as it is there. */
    @JSBody(
            params = {"figure", "call", "argument"},
            script = "const place = document.getElementById(figure);"
                    + " place.scrollIntoView({block: 'nearest', behavior: 'smooth'});"
                    + " function post() { place.querySelector('iframe').contentWindow.postMessage({fallline: call, id: 1,"
                    + " argument: argument === null ? undefined : isNaN(argument) ? argument : Number(argument)}, '*'); }"
                    + " if ('live' in place.dataset) { post(); return; }"
                    + " new MutationObserver(function(changes, observer) { observer.disconnect(); post(); })"
                    + ".observe(place, {attributes: true, attributeFilter: ['data-live']});")
    static native void ask(String figure, String call, @Nullable String argument);

    /**
     * A number of the first optimizer: {@code loss}, {@code step}, {@code slope} (the length of the gradient), {@code rate} (its
     * learning rate) or {@code p0}, {@code p1} and so on, the parameters; NaN if there is none.
     */
    @JSBody(
            params = {"state", "name"},
            script =
                    "const first = state.optimizers[0] || {}; const spec = (state.experiment.optimizers || [])[0] || {};"
                            + " const number = name === 'loss' ? first.loss : name === 'step' ? first.step"
                            + " : name === 'slope' ? Math.hypot.apply(null, first.gradient || [NaN])"
                            + " : name === 'rate' ? spec.learningRate : (first.params || [])[name.slice(1)];"
                            + " return typeof number === 'number' ? number : NaN;")
    static native double quantity(JSObject state, String name);
}
