package org.fallline.web.conformance;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentException;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.json.Json;
import org.fallline.json.JsonException;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.fallline.problem.Formula;
import org.fallline.problem.FormulaException;
import org.fallline.problem.ProblemSpec;

/** What is read and refused: JSON, experiments, formulas and links, with their messages. */
final class TextSection {
    private static final List<String> JSON = List.of(
            "{\"a\": [1, -0.5, 1e300, 1E-7, true, false, null], \"\\u00e9\\n\": \"\\ud83d\\ude00 \\\\ \\\"\"}",
            "[]",
            "",
            "[1,",
            "{\"a\" 1}",
            "{\"a\": 1, \"a\": 2}",
            "[01]",
            "\"\\x\"",
            "nul",
            "[1] 2");

    private static final List<String> EXPERIMENTS = List.of(
            "{\"version\": 2, \"problem\": {}}",
            "{\"version\": 1}",
            "{\"version\": 1, \"problem\": {\"kind\": \"function\", \"name\": \"nowhere\"}}",
            "{\"version\": 1, \"problem\": {\"kind\": \"function\", \"formula\": \"x + * y\"}}",
            "{\"version\": 1, \"problem\": {\"kind\": \"function\", \"name\": \"sphere\"}, \"steps\": -1}",
            "{\"version\": 1, \"problem\": {\"kind\": \"function\", \"name\": \"sphere\"}, \"stepz\": 1}",
            "{\"version\": 1, \"problem\": {\"kind\": \"function\", \"name\": \"sphere\"}, \"start\": [1]}",
            "{\"version\": 1, \"problem\": {\"kind\": \"function\", \"name\": \"sphere\"},"
                    + " \"optimizers\": [{\"kind\": \"adam\", \"learningRate\": \"fast\"}]}");

    private static final List<String> FORMULAS = List.of(
            "x^2 + y",
            "2x y",
            "-x^2",
            "1 -",
            "sin x",
            "sin()",
            "foo(x)",
            "(x",
            "x)",
            "x $ y",
            "1.2.3",
            "",
            "x^y^z",
            "2xy + x1 y₂ + w_in alpha",
            "2sinx",
            "xsin(y) + |x|²",
            "arcsin(x)",
            "Pi",
            "y = x^2",
            "max(x)",
            "eˣ",
            "größe",
            "where(x, 1, 2)");

    /** Titles of all lengths modulo 3, and one that is more than ASCII. */
    private static final List<String> TITLES = List.of("", "a", "ab", "abc", "谷 über 😀 ÿ?~");

    private TextSection() {}

    static void print(Lines lines) {
        for (String text : JSON) {
            try {
                Json json = JsonReader.read(text);
                lines.text("json", JsonWriter.write(json));
            } catch (JsonException e) {
                lines.text("json refused", e.line() + ":" + e.column() + " " + e.getMessage());
            }
        }
        for (String text : EXPERIMENTS) {
            try {
                lines.text("experiment", ExperimentCodec.write(ExperimentCodec.read(text)));
            } catch (ExperimentException e) {
                lines.text("experiment refused", e.pointer() + " " + e.position() + " " + e.getMessage());
            }
        }
        for (String text : FORMULAS) {
            try {
                Formula formula = Formula.parse(text);
                lines.text("formula", formula.text() + " of " + String.join(", ", formula.variables()));
            } catch (FormulaException e) {
                lines.text("formula refused", e.position() + " " + e.getMessage());
            }
        }
        for (String title : TITLES) {
            Experiment experiment = Experiment.of(new ProblemSpec.Function("sphere", "", Map.of()));
            links(lines, ExperimentUrl.write(experiment.withTitle(title)));
        }
    }

    /** A link, what it is read as, and what is said of its being cut off or damaged. */
    private static void links(Lines lines, String link) {
        lines.text("link", link);
        List<String> all = List.of(
                link,
                link.substring(0, link.length() - 1),
                link.substring(0, link.length() - 2),
                link.substring(0, link.length() - 3),
                link + "=",
                link.replace('J', '+'));
        for (String each : all) {
            try {
                Experiment read = ExperimentUrl.read(each);
                lines.text("link read", read == null ? "" : ExperimentCodec.write(read));
            } catch (IllegalArgumentException e) {
                lines.text("link refused", String.valueOf(e.getMessage()));
            }
        }
    }
}
