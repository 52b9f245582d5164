package org.fallline.web.build.chapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.problem.Formula;
import org.fallline.problem.Problem;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Standing;

/**
 * What a lesson claims a number to be, computed by the engine.
 *
 * <pre>
 *   claim    = experiment [ "[" optimizer "]" ] ":" quantity [ "@" step ]        step 0 is the start, and usual
 *            | "=" formula of numbers, with claims in braces
 *   quantity = "loss" | name of a parameter | "d/d " name of a parameter | "slope" | "sharpness" | "stable rate"
 * </pre>
 *
 * <p>{@code slope} is the length of the gradient, {@code sharpness} the Hessian's largest eigenvalue λ, {@code stable rate} 2/λ.
 */
final class Claims {
    private static final Pattern CLAIM =
            Pattern.compile("\\s*([a-z][a-z-]*)(?:\\[(\\d)\\])?\\s*:\\s*(.+?)\\s*(?:@\\s*(\\d+))?\\s*");
    private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]*)\\}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.(\\d+))?");

    private final Map<String, Experiment> experiments;
    private final Map<String, List<Trajectory>> walks = new HashMap<>();

    Claims(Map<String, Experiment> experiments) {
        this.experiments = experiments;
    }

    /**
     * The number that a claim names.
     *
     * @throws IllegalArgumentException if it names none, saying what would be right
     */
    double value(String claim) {
        if (claim.trim().startsWith("=")) {
            return formula(claim.trim().substring(1));
        }
        Matcher matcher = CLAIM.matcher(claim);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected a claim like “tiny: loss @1”, but found “" + claim + "”");
        }
        String name = matcher.group(1);
        Experiment experiment = experiment(name);
        int optimizer = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        int step = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        Trajectory walk = walks.computeIfAbsent(name, key -> Run.of(experiment).trajectories())
                .get(optimizer);
        if (step >= walk.length()) {
            throw new IllegalArgumentException(
                    claim + ": the walk has steps from 0 to " + (walk.length() - 1));
        }
        return quantity(experiment.problem().problem(experiment.seed()), matcher.group(3), walk, step);
    }

    /** Whether a number, as it is printed in a text, is what a claim names, rounded. */
    boolean holds(String claim, String printed) {
        String plain = printed.trim().replace('−', '-').replace("\u202f", "").replace(" ", "");
        Matcher number = NUMBER.matcher(plain);
        if (!number.matches()) {
            throw new IllegalArgumentException("expected a number such as −0.25, but found “" + printed + "”");
        }
        int decimals = number.group(1) == null ? 0 : number.group(1).length();
        double half = 0.5 * Math.pow(10, -decimals);
        return Math.abs(value(claim) - Double.parseDouble(plain)) <= half * (1 + 1e-9);
    }

    private Experiment experiment(String name) {
        Experiment experiment = experiments.get(name);
        if (experiment == null) {
            throw new IllegalArgumentException(
                    "no experiment “" + name + "”; there are " + String.join(", ", experiments.keySet()));
        }
        return experiment;
    }

    private double formula(String text) {
        String numbers = IN_BRACES.matcher(text)
                .replaceAll(claim -> "(" + Double.toString(value(claim.group(1))).replace("E", "e") + ")");
        Formula formula = Formula.parse(numbers);
        if (!formula.variables().isEmpty()) {
            throw new IllegalArgumentException("expected a formula of numbers, but “" + text + "” has " + formula.variables());
        }
        return ValueAndGradient.of(ParameterLayout.scalars(List.of("unused")), unused -> formula.apply(List.of()))
                .value(new double[1]);
    }

    private static double quantity(Problem problem, String quantity, Trajectory walk, int step) {
        List<String> names = problem.layout().elementNames();
        if (names.contains(quantity)) {
            return walk.param(step, names.indexOf(quantity));
        }
        if (quantity.startsWith("d/d ") && names.contains(quantity.substring(4))) {
            return walk.gradient(step)[names.indexOf(quantity.substring(4))];
        }
        return switch (quantity) {
            case "loss" -> walk.loss(step);
            case "slope" -> standing(problem, walk, step).gradientNorm();
            case "sharpness" -> standing(problem, walk, step).curvature().largest();
            case "stable rate" -> standing(problem, walk, step).curvature().largestStableRate();
            default -> {
                List<String> right = new ArrayList<>(List.of("loss", "slope", "sharpness", "stable rate"));
                right.addAll(names);
                throw new IllegalArgumentException("expected one of " + String.join(", ", right)
                        + " or a derivative like “d/d " + names.get(0) + "”, but found “" + quantity + "”");
            }
        };
    }

    private static Standing standing(Problem problem, Trajectory walk, int step) {
        return Standing.at(new Derivatives(problem), walk.params(step));
    }
}
