package org.fallline.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fallline.server.http.Admission;
import org.fallline.server.http.ApiDescription;
import org.fallline.server.http.ContentCache;
import org.fallline.server.http.Drawings;
import org.fallline.server.http.ExperimentApi;
import org.fallline.server.http.GalleryApi;
import org.fallline.server.http.GalleryPage;
import org.fallline.server.http.HealthProbes;
import org.fallline.server.http.Lookup;
import org.fallline.server.http.MetricsPage;
import org.fallline.server.http.OEmbed;
import org.fallline.server.http.OwnerApi;
import org.fallline.server.http.PreviewImage;
import org.fallline.server.http.PublicUrl;
import org.fallline.server.http.QrCode;
import org.fallline.server.http.Resource;
import org.fallline.server.http.SharedPages;
import org.fallline.server.http.Site;
import org.fallline.server.http.SiteFiles;
import org.fallline.server.limit.ClientAddress;
import org.fallline.server.limit.MemoryRateLimit;
import org.fallline.server.limit.Rate;
import org.fallline.server.limit.RateLimit;
import org.fallline.server.limit.SharedRateLimit;
import org.fallline.server.store.Cards;
import org.fallline.server.store.Database;
import org.fallline.server.store.ExperimentStore;
import org.fallline.server.store.Gallery;
import org.fallline.server.store.Reports;
import org.fallline.server.store.SavedExperiments;
import org.fallline.server.telemetry.Metrics;

/** What a server is made of, put together over one database. */
final class Services implements AutoCloseable {
    private final Database database;
    private final Drawings drawings;
    private final List<Resource> resources;
    private final Metrics metrics = new Metrics();

    /**
     * Services over a database, which they close.
     *
     * @param settings what an operator decides
     * @param site the static files
     * @param database where everything is kept
     * @param clock what tells the time
     * @param draftsman who draws previews
     * @param patience how long requests wait for them, and when one will never end
     */
    Services(
            Settings settings,
            Site site,
            Database database,
            Clock clock,
            Drawings.Draftsman draftsman,
            Drawings.Patience patience) {
        this.database = database;
        this.drawings = new Drawings(new Cards(database), draftsman, patience, clock, metrics::drew);
        metrics.gauge("fallline_store_connections_active", "Connections that work now.", database.sql()::active);
        metrics.gauge("fallline_store_calls_waiting", "Calls that wait for a connection.", database.sql()::waiting);
        metrics.gauge("fallline_previews_pending", "Pictures that wait or are drawn.", drawings::pending);
        Lookup lookup = new Lookup(new SavedExperiments(new ExperimentStore(database), clock));
        ClientAddress clients = new ClientAddress(settings.limits().trustedProxies());
        Admission saves = new Admission(
                limit("saves", settings.limits().savesPerMinute(), database, clock), clients, "saves and changes");
        Admission previews = new Admission(
                limit("previews", settings.limits().previewsPerMinute(), database, clock), clients, "pictures to draw");
        ContentCache cache = new ContentCache();
        Gallery gallery = new Gallery(database);
        PublicUrl publicUrl = new PublicUrl(settings.publicUrl());
        List<Resource> api = List.of(
                new ExperimentApi(lookup, saves, cache),
                new OwnerApi(lookup, new Reports(database), saves, drawings::prepare, clock),
                new GalleryApi(gallery),
                new PreviewImage(lookup, drawings, previews),
                new QrCode(lookup, publicUrl),
                new OEmbed(lookup, publicUrl),
                new HealthProbes(database),
                new MetricsPage(metrics, settings.metricsToken()));
        List<Resource> all = new ArrayList<>(api);
        all.add(new ApiDescription(api, Main.Version.number()));
        all.add(new SharedPages(lookup, site, publicUrl, cache));
        all.add(new GalleryPage(gallery));
        all.add(new SiteFiles(site));
        this.resources = List.copyOf(all);
    }

    private static RateLimit limit(String name, int perMinute, Database database, Clock clock) {
        Rate rate = Rate.perMinute(perMinute);
        return database.isShared()
                ? new SharedRateLimit(database, name, rate, clock)
                : new MemoryRateLimit(rate, clock);
    }

    Metrics metrics() {
        return metrics;
    }

    List<Resource> resources() {
        return resources;
    }

    @Override
    public void close() {
        drawings.close();
        database.close();
    }
}
