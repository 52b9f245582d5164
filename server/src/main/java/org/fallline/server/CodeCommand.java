package org.fallline.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fallline.code.Language;
import org.fallline.code.Languages;
import org.fallline.code.Listing;
import org.fallline.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code code}: prints an experiment as a program in another language, or in Java with this engine. */
@Command(
        name = "code",
        description = {
            "Prints the descent of one optimizer as a program that runs by itself: in Java with this engine, where its"
                    + " numbers are the same to the last bit, or in Python with a library for automatic differentiation."
        })
final class CodeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SPEC.json", description = "The experiment; - for standard input.")
    private String spec = "";

    @Option(
            names = "--language",
            paramLabel = "NAME",
            defaultValue = "java",
            description = "java, tensorflow, pytorch or jax.%n  Default: ${DEFAULT-VALUE}")
    private String language = "";

    @Option(
            names = "--optimizer",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which of the experiment's optimizers, from 1.%n  Default: ${DEFAULT-VALUE}")
    private int optimizer;

    private final Console console;

    CodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Experiment experiment = SpecFile.read(spec, console);
        int count = experiment.optimizers().size();
        if (optimizer < 1 || optimizer > count) {
            throw new CommandException(
                    "--optimizer must be from 1 to " + count + ", as many as the experiment has, not " + optimizer);
        }
        Listing listing = language().listing(experiment, optimizer - 1);
        if (!listing.isProgram()) {
            throw new CommandException(listing.refusal());
        }
        console.out().print(listing.text());
        if (console.out().checkError()) {
            throw new CommandException("the output could not be written");
        }
        return 0;
    }

    private Language language() {
        List<String> names = new ArrayList<>();
        for (Language each : Languages.ALL) {
            String name = name(each);
            if (name.equals(language)) {
                return each;
            }
            names.add(name);
        }
        throw new CommandException("--language must be one of " + String.join(", ", names) + ", not " + language);
    }

    /** The last word of the label: what is called "Python, JAX" in menus is {@code jax} here. */
    private static String name(Language language) {
        String label = language.label();
        return label.substring(label.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
