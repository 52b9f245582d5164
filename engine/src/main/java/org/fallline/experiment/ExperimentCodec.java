package org.fallline.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.json.Json;
import org.fallline.json.JsonException;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.fallline.problem.FormulaException;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemException;
import org.fallline.problem.ProblemSpec;
import org.jspecify.annotations.Nullable;

/**
 * Experiments as JSON: the one place where they are checked, so that nothing behind it has to.
 *
 * <p>{@code read(write(e)).equals(e)} for what was read, and equal experiments have equal texts. Reading leaves out what
 * is said of a default: a domain's interval that is the function's own.
 */
public final class ExperimentCodec {
    private static final List<String> FIELDS =
            List.of("version", "title", "notes", "seed", "problem", "start", "steps", "optimizers", "view");

    private ExperimentCodec() {}

    /**
     * The experiment that a text stands for.
     *
     * @throws JsonException if the text is not JSON
     * @throws ExperimentException if it is not an experiment, with the path to the first wrong field
     */
    public static Experiment read(String text) {
        return read(JsonReader.read(text)).experiment();
    }

    /**
     * The text that {@link #write} gives for all texts that stand for the same experiment, its problem made but once.
     *
     * @throws JsonException if the text is not JSON
     * @throws ExperimentException if it is not an experiment, with the path to the first wrong field
     */
    public static String canonical(String text) {
        Read read = read(JsonReader.read(text));
        return write(read.experiment(), read.problem());
    }

    /** An experiment and its problem, which had to be made to check it. */
    private record Read(Experiment experiment, Problem problem) {}

    private static Read read(Json json) {
        Field root = new Field(json, "");
        version(root.require("version"));
        Map<String, Field> fields = root.members(FIELDS);
        Field problemField = root.require("problem");
        ProblemSpec given = ProblemCodec.read(problemField);
        int seed = or(fields.get("seed"), f -> f.integer(Integer.MIN_VALUE, Integer.MAX_VALUE), 0);
        Problem problem = problem(given, seed, problemField);
        ProblemSpec spec = given.withoutDefaults();
        int parameters = problem.layout().size();
        List<OptimizerSpec> optimizers =
                or(fields.get("optimizers"), f -> optimizers(f, parameters), Experiment.DEFAULT_OPTIMIZERS);
        int steps = or(fields.get("steps"), f -> steps(f, parameters, optimizers.size()), Experiment.DEFAULT_STEPS);
        Experiment experiment = new Experiment(
                or(fields.get("title"), f -> f.text(Experiment.MAX_TITLE), ""),
                or(fields.get("notes"), f -> f.text(Experiment.MAX_NOTES), ""),
                seed,
                spec,
                or(fields.get("start"), f -> f.numbers(parameters, parameters), problem.start()),
                steps,
                optimizers,
                or(
                        fields.get("view"),
                        f -> ViewCodec.read(
                                f,
                                new CutCodec.Limits(parameters, optimizers.size(), steps),
                                () -> computation(problem)),
                        View.DEFAULT));
        return new Read(experiment, problem);
    }

    private static Graph computation(Problem problem) {
        List<Node> inputs = problem.layout().inputs();
        return Graph.of(inputs, List.of(problem.loss().apply(inputs)));
    }

    private static void version(Field field) {
        double version = field.number();
        if (version > Experiment.VERSION) {
            throw field.error("this experiment was written by a newer Fallline; the newest version read here is "
                    + Experiment.VERSION);
        }
        field.integer(Experiment.VERSION, Experiment.VERSION);
    }

    private static Problem problem(ProblemSpec spec, int seed, Field field) {
        try {
            return spec.problem(seed);
        } catch (FormulaException e) {
            throw new ExperimentException(field.pointer() + "/formula", String.valueOf(e.getMessage()), e.position());
        } catch (ProblemException e) {
            throw new ExperimentException(field.pointer() + "/" + e.part(), String.valueOf(e.getMessage()), -1);
        } catch (IllegalArgumentException e) {
            throw field.error(String.valueOf(e.getMessage()));
        }
    }

    private static int steps(Field field, int parameters, int optimizers) {
        int steps = field.integer(0, Experiment.MAX_STEPS);
        int most = Experiment.mostSteps(parameters, optimizers);
        if (steps > most) {
            throw field.error("expected at most " + most + " steps, which is what fits with " + parameters
                    + " parameters and " + optimizers + (optimizers == 1 ? " optimizer" : " optimizers")
                    + ", but found " + steps);
        }
        return steps;
    }

    private static List<OptimizerSpec> optimizers(Field field, int parameters) {
        return field.items(1, Experiment.MAX_OPTIMIZERS).stream()
                .map(item -> OptimizerCodec.read(item, parameters))
                .toList();
    }

    /** The canonical text: fields in the order of the format, defaults left out. */
    public static String write(Experiment experiment) {
        return write(experiment, experiment.problem().problem(experiment.seed()));
    }

    private static String write(Experiment experiment, Problem problem) {
        return write(experiment, experiment.start().equals(problem.start()));
    }

    /** The same with the start even if it is the usual one: for that the problem, which may be a network with its data, need not be made. */
    public static String writeWithStart(Experiment experiment) {
        return write(experiment, false);
    }

    /** A cut alone, for {@link #readCut}. */
    public static String writeCut(Cut cut) {
        Map<String, Json> fields = new LinkedHashMap<>();
        CutCodec.write(cut, Experiment.MAX_STEPS, fields);
        return JsonWriter.write(new Json.Obj(fields));
    }

    /**
     * The cut of a problem with so many parameters that {@link #writeCut} wrote.
     *
     * @throws JsonException if the text is not JSON
     * @throws ExperimentException if it is not such a cut
     */
    public static Cut readCut(String text, int parameters) {
        Field root = new Field(JsonReader.read(text), "");
        return CutCodec.read(
                root,
                root.members(ViewCodec.FIELDS),
                new CutCodec.Limits(parameters, Experiment.MAX_OPTIMIZERS, Experiment.MAX_STEPS));
    }

    private static String write(Experiment experiment, boolean startsAsUsual) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("version", new Json.Num(Experiment.VERSION));
        if (!experiment.title().isEmpty()) {
            fields.put("title", new Json.Str(experiment.title()));
        }
        if (!experiment.notes().isEmpty()) {
            fields.put("notes", new Json.Str(experiment.notes()));
        }
        if (experiment.seed() != 0) {
            fields.put("seed", new Json.Num(experiment.seed()));
        }
        fields.put("problem", ProblemCodec.write(experiment.problem()));
        if (!startsAsUsual) {
            fields.put("start", numbers(experiment.start()));
        }
        if (experiment.steps() != Experiment.DEFAULT_STEPS) {
            fields.put("steps", new Json.Num(experiment.steps()));
        }
        if (!experiment.optimizers().equals(Experiment.DEFAULT_OPTIMIZERS)) {
            fields.put(
                    "optimizers",
                    new Json.Arr(experiment.optimizers().stream()
                            .map(OptimizerCodec::write)
                            .toList()));
        }
        if (!experiment.view().equals(View.DEFAULT)) {
            fields.put("view", ViewCodec.write(experiment.view(), experiment.steps()));
        }
        return JsonWriter.write(new Json.Obj(fields));
    }

    static Json numbers(List<Double> values) {
        return new Json.Arr(
                values.stream().map(value -> (Json) new Json.Num(value)).toList());
    }

    /** What a field says, or a default where it is missing. */
    static <T> T or(@Nullable Field field, java.util.function.Function<Field, T> reader, T missing) {
        return field == null ? missing : reader.apply(field);
    }
}
