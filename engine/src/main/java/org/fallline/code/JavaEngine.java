package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.ScheduleSpec;
import org.fallline.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Java with this engine: the page's numbers, bit for bit.
 *
 * <p>The loss is written with {@code Ops}. Where batches or dropout are drawn anew for every step, or the numbers are too many to
 * stand in a class, the program reads the experiment's own text, from which the engine makes the same problem.
 */
final class JavaEngine implements Language {
    private static final String FILE = "Walk.java";

    /** A class file has room for 64 kilobytes of code, and each number of an array takes about ten bytes. */
    private static final int MOST_NUMBERS = 4000;

    private static final int PIECE = 90;

    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "parameters",
            "Node",
            "List",
            "Shape",
            "Tensor",
            "Double",
            "Walk",
            "Identity",
            "Reshape",
            "MaxTo",
            "Permute",
            "Slice",
            "Concat");

    @Override
    public String label() {
        return "Java";
    }

    @Override
    public Listing listing(Experiment experiment, int optimizer) {
        Problem problem = experiment.problem().problem(experiment.seed());
        OptimizerSpec spec = experiment.optimizers().get(optimizer);
        @Nullable List<String> lines = null;
        if (problem.sampling() == null && experiment.start().size() <= MOST_NUMBERS) {
            lines = written(experiment, problem, spec);
        }
        lines = lines == null ? kept(experiment, spec) : lines;
        return new Listing(FILE, String.join("\n", lines) + "\n", "");
    }

    /** A program that has the loss in its own words; null if it cannot be said in them. */
    private static @Nullable List<String> written(Experiment experiment, Problem problem, OptimizerSpec spec) {
        ParameterLayout layout = problem.layout();
        List<Node> inputs = layout.inputs();
        Names names = new Names(RESERVED);
        List<String> words = layout.names().stream().map(names::fresh).toList();
        LossCode code;
        try {
            code = new LossCode(
                    new JavaDialect(), names, inputs, words, problem.loss().apply(inputs));
        } catch (UnlistedException e) {
            return null;
        }
        int size = code.declarations().stream().mapToInt(String::length).sum();
        if (size / 10 > MOST_NUMBERS) {
            return null;
        }
        List<String> lines = new ArrayList<>(head(
                experiment,
                List.of(
                        "import static org.fallline.autodiff.Ops.*;",
                        "",
                        "import java.util.Arrays;",
                        "import java.util.Collections;",
                        "import java.util.List;",
                        "import org.fallline.autodiff.Node;",
                        "import org.fallline.autodiff.ParameterLayout;",
                        "import org.fallline.autodiff.op.*;",
                        "import org.fallline.experiment.OptimizerSpec;",
                        "import org.fallline.experiment.ScheduleSpec;",
                        "import org.fallline.experiment.Walker;",
                        "import org.fallline.problem.Interval;",
                        "import org.fallline.problem.Problem;",
                        "import org.fallline.tensor.Shape;",
                        "import org.fallline.tensor.Tensor;")));
        for (String declaration : code.declarations()) {
            lines.add("    " + declaration);
            lines.add("");
        }
        lines.add("    /** The loss as a graph of operations, which the engine differentiates. */");
        lines.add("    static Node loss(List<Node> parameters) {");
        for (int i = 0; i < words.size(); i++) {
            lines.add("        Node " + words.get(i) + " = parameters.get(" + i + ");");
        }
        code.statements().forEach(statement -> lines.add("        " + statement));
        lines.add("        return " + code.result() + ";");
        lines.add("    }");
        lines.add("");
        lines.add("    public static void main(String[] args) {");
        lines.add("        List<String> names = List.of(" + quoted(layout.names()) + ");");
        lines.add("        List<Shape> shapes = List.of("
                + String.join(
                        ", ", layout.shapes().stream().map(JavaDialect::shape).toList()) + ");");
        lines.add("        double[] start = {" + starts(experiment) + "};");
        lines.add("        Problem problem = new Problem(");
        lines.add("                new ParameterLayout(names, shapes),");
        lines.add("                Walk::loss,");
        lines.add("                Arrays.stream(start).boxed().toList(),");
        lines.add("                Collections.nCopies(start.length, new Interval(-1, 1)), // what a map would show");
        lines.add("                List.of(),");
        lines.add("                1);");
        lines.addAll(walk(experiment, spec));
        return lines;
    }

    /** A program that reads the experiment's text. */
    private static List<String> kept(Experiment experiment, OptimizerSpec spec) {
        List<String> lines = new ArrayList<>(head(
                experiment,
                List.of(
                        "import java.util.Arrays;",
                        "import org.fallline.experiment.Experiment;",
                        "import org.fallline.experiment.ExperimentCodec;",
                        "import org.fallline.experiment.OptimizerSpec;",
                        "import org.fallline.experiment.ScheduleSpec;",
                        "import org.fallline.experiment.Walker;",
                        "import org.fallline.problem.Problem;")));
        lines.add(
                "    /** The experiment as the page keeps it: its examples, its batches and its start follow from the seed. */");
        lines.add("    private static final String EXPERIMENT = String.join(\"\",");
        String text = ExperimentCodec.write(experiment);
        for (int from = 0; from < text.length(); from += PIECE) {
            int to = Math.min(from + PIECE, text.length());
            lines.add("            \"" + escaped(text.substring(from, to)) + (to < text.length() ? "\"," : "\");"));
        }
        lines.add("");
        lines.add("    public static void main(String[] args) {");
        lines.add("        Experiment experiment = ExperimentCodec.read(EXPERIMENT);");
        lines.add("        double[] start = experiment.start().stream().mapToDouble(Double::doubleValue).toArray();");
        lines.add("        Problem problem = experiment.problem().problem(experiment.seed());");
        lines.addAll(walk(experiment, spec));
        return lines;
    }

    private static List<String> head(Experiment experiment, List<String> imports) {
        List<String> lines = new ArrayList<>();
        lines.add("// " + Header.title(experiment));
        lines.add("// Run it with the engine beside it: java -cp fallline-engine.jar " + FILE);
        lines.add("// A line a step: step, loss, parameters. The numbers are the page's, to the last bit.");
        lines.addAll(imports);
        lines.add("");
        lines.add("public final class Walk {");
        return lines;
    }

    private static List<String> walk(Experiment experiment, OptimizerSpec spec) {
        List<String> lines = new ArrayList<>();
        lines.add("        // " + Header.line(spec.optimizer().formula()));
        lines.add("        OptimizerSpec optimizer = OptimizerSpec.of(\"" + spec.kind() + "\")");
        settings(spec.values(), lines);
        settings(spec.around(), lines);
        ScheduleSpec schedule = spec.schedule();
        if (!schedule.equals(ScheduleSpec.CONSTANT)) {
            lines.add("                .withSchedule(ScheduleSpec.of(\"" + schedule.kind() + "\")");
            settings(schedule.values(), lines);
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ")");
        }
        OptimizerSpec before = spec.unchanging();
        for (OptimizerSpec.Change change : spec.changes()) {
            changes(change.step(), before.values(), change.values(), lines);
            changes(change.step(), before.around(), change.around(), lines);
            before = spec.at(change.step());
        }
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ";");
        lines.add("        Walker walker = new Walker(problem.objective(), optimizer, start);");
        lines.add("        while (true) {");
        lines.add("            System.out.println(walker.step() + \"\\t\" + walker.loss() + \"\\t\""
                + " + Arrays.toString(walker.params()));");
        lines.add("            if (walker.step() == " + experiment.steps() + " || walker.ending() != null) {");
        lines.add("                break;");
        lines.add("            }");
        lines.add("            walker.advance();");
        lines.add("        }");
        lines.add("    }");
        lines.add("}");
        return lines;
    }

    /** The settings that are not as they are at first, and the learning rate. */
    private static void settings(Values values, List<String> lines) {
        for (Setting setting : values.settings()) {
            double value = values.number(setting.name());
            if (value != setting.initial() || setting.name().equals("learningRate")) {
                lines.add("                .with(\"" + setting.name() + "\", " + Literals.java(value) + ")");
            }
        }
    }

    /** The settings that change after a step. */
    private static void changes(int step, Values before, Values after, List<String> lines) {
        for (Setting setting : after.settings()) {
            double value = after.number(setting.name());
            if (value != before.number(setting.name())) {
                lines.add("                .changed(" + step + ", \"" + setting.name() + "\", " + Literals.java(value)
                        + ")");
            }
        }
    }

    private static String starts(Experiment experiment) {
        double[] start =
                experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
        return Literals.java(start, "            ");
    }

    private static String quoted(List<String> texts) {
        return String.join(
                ", ", texts.stream().map(text -> "\"" + escaped(text) + "\"").toList());
    }

    /** ASCII, so that no compiler takes the file for another encoding. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                String digits = Integer.toHexString(c);
                out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
