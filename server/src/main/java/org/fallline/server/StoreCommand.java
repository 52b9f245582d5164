package org.fallline.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.server.store.Archive;
import org.fallline.server.store.Database;
import org.fallline.server.store.ExperimentStore;
import org.fallline.server.store.Reports;
import org.fallline.server.store.RootCause;
import org.fallline.server.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code store}: what an operator does with the saved experiments, also while servers run: read reports, hide, export, import,
 * back up and restore. The store is the one that {@code serve} would use with the same option and environment.
 */
@Command(
        name = "store",
        description = "What an operator does with the saved experiments, also while servers run.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading =
                "%nWith FALLLINE_DATABASE_URL in the environment it is that database, else the one in --data.%n")
final class StoreCommand {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:FALLLINE_DATA:-data}",
            description = "Directory of the embedded database.%n  Default: data (FALLLINE_DATA)")
    private Path data = Path.of("data");

    private final Console console;

    StoreCommand(Console console) {
        this.console = console;
    }

    /** Does something with the open store. */
    private interface Work {
        void on(Database database) throws IOException;
    }

    private int with(Work work) throws IOException {
        String url = ServeCommand.environment("FALLLINE_DATABASE_URL");
        if (url == null && !Files.exists(data.resolve(Database.FILE)) && !Files.isDirectory(data)) {
            throw new CommandException("there is no store in " + data);
        }
        try (Database database = App.open(Settings.of("", 0, data).withDatabaseUrl(url))) {
            work.on(database);
        } catch (StoreException e) {
            throw new CommandException(e.getMessage() + ": " + RootCause.text(e));
        }
        return 0;
    }

    @Command(name = "reports", description = "Prints what visitors reported, a line each: when, id, reason.")
    int reports() throws IOException {
        return with(database -> new Reports(database)
                .all()
                .forEach(report -> console.out()
                        .println(report.reportedAt() + "\t" + report.experimentId() + "\t"
                                + report.reason().replaceAll("[\\p{Cntrl}]+", " "))));
    }

    @Command(name = "dismiss", description = "Forgets what was reported of an experiment.")
    int dismiss(@Parameters(paramLabel = "ID") String id) throws IOException {
        return with(database -> console.out().println("dismissed\t" + new Reports(database).dismiss(id)));
    }

    @Command(
            name = "hide",
            description = "Hides an experiment from everybody; who asks for it is told that it was withdrawn.")
    int hide(@Parameters(paramLabel = "ID") String id) throws IOException {
        return with(database -> hide(database, id, Instant.now()));
    }

    @Command(name = "show", description = "Shows an experiment again that was hidden.")
    int show(@Parameters(paramLabel = "ID") String id) throws IOException {
        return with(database -> hide(database, id, null));
    }

    private static void hide(Database database, String id, @Nullable Instant when) {
        if (!new ExperimentStore(database).hide(id, when)) {
            throw new CommandException("no experiment has the id " + id);
        }
    }

    @Command(name = "delete", description = "Deletes an experiment for ever.")
    int delete(@Parameters(paramLabel = "ID") String id) throws IOException {
        return with(database -> {
            if (!new ExperimentStore(database).delete(id)) {
                throw new CommandException("no experiment has the id " + id);
            }
        });
    }

    @Command(
            name = "export",
            description = "Prints all experiments as JSON lines, the last of which says how many there are.")
    int export() throws IOException {
        return with(database -> {
            new Archive(database).write(console.out());
            if (console.out().checkError()) {
                throw new CommandException("the output could not be written");
            }
        });
    }

    @Command(
            name = "import",
            description = "Adds the experiments of an export; those that are there already stay as they are.")
    int importLines(@Parameters(paramLabel = "FILE", description = "The export; - for standard input.") String file)
            throws IOException {
        return with(database -> read(database, file, false));
    }

    @Command(name = "backup", description = "Writes all experiments into a compressed file, as they are at one moment.")
    int backup(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        return with(database -> {
            Path folder = file.toAbsolutePath().getParent();
            Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
            try {
                int count;
                try (Writer out = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(part)), StandardCharsets.UTF_8))) {
                    count = new Archive(database).write(out);
                }
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                // Under its name there is a whole backup or none.
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                console.out().println("written\t" + count);
            } finally {
                Files.deleteIfExists(part);
            }
        });
    }

    @Command(
            name = "restore",
            description = "Reads a backup into an empty store: all of it or, if it is damaged, nothing.")
    int restore(@Parameters(paramLabel = "FILE") String file) throws IOException {
        return with(database -> read(database, file, true));
    }

    private void read(Database database, String file, boolean isBackup) throws IOException {
        try (InputStream raw = file.equals("-") ? console.in() : Files.newInputStream(Path.of(file));
                InputStream plain = isBackup ? new GZIPInputStream(raw) : raw;
                BufferedReader in = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            Archive.Outcome outcome = new Archive(database).read(in, ExperimentCodec::canonical, isBackup);
            console.out().println("added\t" + outcome.added());
            console.out().println("known\t" + outcome.known());
        } catch (NoSuchFileException e) {
            throw new CommandException(file + ": no such file");
        } catch (ZipException | EOFException e) {
            throw new CommandException(file + ": not a whole backup: " + e.getMessage());
        } catch (Archive.Malformed e) {
            throw new CommandException(file + ": " + e.getMessage());
        }
    }
}
