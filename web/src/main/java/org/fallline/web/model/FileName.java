package org.fallline.web.model;

import org.fallline.experiment.Experiment;
import org.fallline.problem.ProblemSpec;

/** Names for files that hold a part of an experiment: {@code himmelblau-step-12.svg}. */
public final class FileName {
    private static final int MOST_CHARACTERS = 60;

    private FileName() {}

    /** The name of what shows one step. */
    public static String ofMoment(Experiment experiment, String extension) {
        return stem(experiment) + "-step-" + experiment.view().step() + "." + extension;
    }

    /** The name of what holds all steps. */
    public static String ofWhole(Experiment experiment, String extension) {
        return stem(experiment) + "." + extension;
    }

    /** The title or the problem, in letters and digits with hyphens between words. */
    private static String stem(Experiment experiment) {
        String title = words(experiment.title());
        return title.isEmpty() ? experiment.problem().accept(new ProblemName()) : title;
    }

    private static String words(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() < MOST_CHARACTERS; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == '-' ? out.substring(0, end - 1) : out.toString();
    }

    private static final class ProblemName implements ProblemSpec.Visitor<String> {
        @Override
        public String function(ProblemSpec.Function spec) {
            return spec.name().isEmpty() ? "formula" : words(spec.name());
        }

        @Override
        public String linear(ProblemSpec.Linear spec) {
            return "linear-model";
        }

        @Override
        public String network(ProblemSpec.Network spec) {
            return "network";
        }
    }
}
