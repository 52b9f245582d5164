package org.fallline.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The program {@code fallline}: every command ends with status 0, or with 2 and what is wrong on standard error. */
@Command(
        name = "fallline",
        description = "A playground for automatic differentiation, backpropagation and gradient descent.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT)
public final class Main {
    /** What every failed command exits with. */
    private static final int FAILURE = 2;

    private Main() {}

    /**
     * Runs a command and exits with its status.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("serve")) {
            Rehearsal.begin();
        }
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = commandLine(new Console(System.in, out, err)).execute(args);
        out.flush();
        System.exit(status);
    }

    /**
     * The commands over a console.
     *
     * @param console what they read and where they write
     * @return the command line, ready to execute
     */
    public static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand("serve", new CommandLine(new ServeCommand()).setCaseInsensitiveEnumValuesAllowed(true));
        line.addSubcommand("store", new StoreCommand(console));
        line.addSubcommand("run", new RunCommand(console));
        line.addSubcommand("render", new RenderCommand(console));
        line.addSubcommand("code", new CodeCommand(console));
        line.addSubcommand(
                "grad", new CommandLine(new GradCommand(console)).setUnmatchedOptionsArePositionalParams(true));
        line.setExpandAtFiles(false);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setExecutionExceptionHandler((failure, command, arguments) -> {
            console.out().flush();
            console.err().println("fallline: " + text(failure));
            console.err().flush();
            return FAILURE;
        });
        return line;
    }

    private static String text(Exception failure) {
        return failure instanceof CommandException || failure instanceof IOException
                ? String.valueOf(failure.getMessage())
                : "an unforeseen failure: " + failure;
    }

    /** The version the build wrote into the program. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"fallline " + number()};
        }

        static String number() {
            Properties build = new Properties();
            try (InputStream in = Main.class.getResourceAsStream("build.properties")) {
                if (in == null) {
                    throw new IllegalStateException("build.properties is missing");
                }
                build.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return build.getProperty("version");
        }
    }
}
