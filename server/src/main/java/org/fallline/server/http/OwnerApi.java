package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fallline.experiment.Experiment;
import org.fallline.json.Json;
import org.fallline.json.JsonWriter;
import org.fallline.server.store.Listing;
import org.fallline.server.store.Reports;
import org.fallline.server.store.SavedExperiment;
import org.fallline.server.store.SavedExperiments;

/**
 * What is said of an experiment: everybody may read it and report the experiment, its owner may change it, list the experiment
 * in the gallery or delete it.
 */
public final class OwnerApi implements Resource {
    private static final String JSON = ExperimentApi.JSON;
    private static final int MOST_ANCESTORS = 20;
    private static final int LONGEST_REASON = 1000;

    private final Lookup lookup;
    private final SavedExperiments experiments;
    private final Reports reports;
    private final Admission writes;
    private final Consumer<SavedExperiment> onListed;
    private final Clock clock;

    /**
     * The API of a store.
     *
     * @param lookup the experiments
     * @param reports where reports are kept
     * @param writes how often a client may change something
     * @param onListed is told what the gallery shows from now on; must not wait
     * @param clock what tells the time of a report
     */
    public OwnerApi(Lookup lookup, Reports reports, Admission writes, Consumer<SavedExperiment> onListed, Clock clock) {
        this.lookup = lookup;
        this.experiments = lookup.experiments();
        this.reports = reports;
        this.writes = writes;
        this.onListed = onListed;
        this.clock = clock;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/api/experiments/{id}/about", this::about)
                        .withMetadata(Operation.of(
                                        "aboutExperiment",
                                        "What is said of an experiment",
                                        "Title, notes and tags as its owner changed them, its ancestors and forks.")
                                .ofOne()
                                .cached()
                                .reply(200, "What is said of it.", JSON, Schemas.ABOUT)),
                new Endpoint(HandlerType.PATCH, "/api/experiments/{id}", this::edit)
                        .withMetadata(Operation.of(
                                        "editExperiment",
                                        "Change what is said of an experiment",
                                        "Fields that are not sent stay as they are. The experiment itself never changes.")
                                .taking(Schemas.CHANGES)
                                .withToken()
                                .ofOne()
                                .limited()
                                .reply(200, "What is said of it now.", JSON, Schemas.ABOUT)),
                new Endpoint(HandlerType.DELETE, "/api/experiments/{id}", this::delete)
                        .withMetadata(
                                Operation.of("deleteExperiment", "Delete an experiment", "For ever. Its forks stay.")
                                        .withToken()
                                        .ofOne()
                                        .limited()
                                        .reply(204, "It is gone.", "", null)),
                new Endpoint(HandlerType.POST, "/api/experiments/{id}/report", this::report)
                        .withMetadata(Operation.of(
                                        "reportExperiment", "Report an experiment to the operator of this server", "")
                                .taking(Schemas.REPORT)
                                .ofOne()
                                .limited()
                                .reply(202, "The operator will see it.", "", null)));
    }

    private void about(Context ctx) {
        Content.text(about(lookup.visible(ctx)), JSON).send(ctx, Content.REVALIDATED);
    }

    private String about(SavedExperiment saved) {
        Experiment experiment = Lookup.experiment(saved);
        Listing listing = saved.listing();
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("id", new Json.Str(saved.id()));
        members.put("url", new Json.Str("/e/" + saved.id()));
        members.put("title", new Json.Str(Lookup.title(saved, experiment)));
        members.put("notes", new Json.Str(Lookup.notes(saved, experiment)));
        members.put("tags", strings(listing.tags()));
        members.put("listed", new Json.Bool(listing.listedAt() != null));
        members.put("savedAt", new Json.Str(saved.savedAt().toString()));
        members.put("forks", new Json.Num(saved.forks()));
        members.put("ancestors", strings(experiments.lineage(saved, MOST_ANCESTORS)));
        return JsonWriter.write(new Json.Obj(members));
    }

    static Json strings(List<String> texts) {
        return new Json.Arr(texts.stream().<Json>map(Json.Str::new).toList());
    }

    private void edit(Context ctx) throws IOException {
        writes.admit(ctx);
        SavedExperiment saved = lookup.own(ctx);
        Changes changes = Changes.read(Body.json(ctx));
        Experiment experiment = Lookup.experiment(saved);
        Listing before = saved.listing();
        boolean isListed = changes.listed() == null ? before.listedAt() != null : changes.listed();
        SavedExperiment edited = experiments.edit(
                saved,
                changes.title() == null ? Lookup.title(saved, experiment) : changes.title(),
                changes.notes() == null ? Lookup.notes(saved, experiment) : changes.notes(),
                changes.tags() == null ? before.tags() : changes.tags(),
                isListed);
        if (edited == null) {
            throw new ProblemException(Problem.unknownExperiment());
        }
        if (isListed) {
            onListed.accept(edited);
        }
        ctx.header("Cache-Control", "no-store");
        ctx.contentType(JSON).result(about(edited));
    }

    private void delete(Context ctx) {
        writes.admit(ctx);
        experiments.delete(lookup.own(ctx));
        ctx.header("Cache-Control", "no-store");
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void report(Context ctx) throws IOException {
        writes.admit(ctx);
        SavedExperiment saved = lookup.visible(ctx);
        Json body = Body.json(ctx);
        String reason = body instanceof Json.Obj object
                        && object.members().size() == 1
                        && object.member("reason") instanceof Json.Str text
                ? Changes.seen(text.text())
                : "";
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new ProblemException(Problem.wrongField(
                    "/reason", "expected {\"reason\": …} with 1 to " + LONGEST_REASON + " characters of text"));
        }
        reports.add(Reports.Report.of(saved.id(), reason, clock.instant()));
        ctx.header("Cache-Control", "no-store");
        ctx.status(HttpStatus.ACCEPTED);
    }
}
