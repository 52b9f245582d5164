package org.fallline.web.platform;

import org.teavm.jso.JSBody;

/** The site kept by the browser for when there is no network, where the browser can. */
public final class Offline {
    private Offline() {}

    /**
     * Begins to keep the page of this address, and all that it has loaded and will load of this site: some of that came before the
     * worker was there which keeps the rest.
     *
     * @param site the folder of the site, with a slash at its end
     * @param home the page
     */
    @JSBody(
            params = {"site", "home"},
            script = "if (!navigator.serviceWorker) { return; }"
                    + " function keep(url) { caches.open('fallline').then(function(kept) {"
                    + " return kept.match(url).then(function(has) { return has || kept.add(url); }); })"
                    + ".catch(function() { }); }"
                    + " navigator.serviceWorker.register(site + 'sw.js').then(function() { keep(home);"
                    + " new PerformanceObserver(function(list) { list.getEntries().forEach(function(entry) {"
                    + " if (entry.name.startsWith(site) && !entry.name.startsWith(site + 'api/')) { keep(entry.name); } }); })"
                    + ".observe({type: 'resource', buffered: true}); }, function() { });")
    public static native void begin(String site, String home);
}
