package org.fallline.problem;

import java.util.List;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Setting;
import org.fallline.data.Dataset;
import org.fallline.data.Generator;
import org.fallline.data.Split;
import org.fallline.data.Table;
import org.fallline.math.Key;

/**
 * What an experiment says of its examples. They depend on this alone, not on the experiment's seed: the same examples may be
 * learned from many starts.
 *
 * @param source where they come from
 * @param testShare how much of them is kept to test with, from 0 to below 1
 * @param seed of the examples that are generated, and of which are kept
 */
public record ExamplesSpec(Source source, double testShare, int seed) {
    /** The most examples that are generated. */
    public static final int MAX_SIZE = 2000;

    /** How many are generated when nothing is said. */
    public static final int DEFAULT_SIZE = 200;

    /** The longest CSV text. */
    public static final int MAX_CSV = 200_000;

    /** How much of the examples is kept to test with. */
    public static final Setting TEST_SHARE =
            new Setting("testShare", "Test share", "", Setting.Kind.LINEAR, 0, Setting.BELOW_ONE, 0, 0.9, 0);

    private static final int GENERATED = 0;
    private static final int DEALT = 1;

    /** Where examples come from. */
    public sealed interface Source {
        /** The examples. */
        Dataset dataset(Key key);

        /** What they are, in few words. */
        String text();

        /** Calls the visitor's method for this case. */
        <R> R accept(Visitor<R> visitor);

        /** One method a case, so that a new case breaks every consumer at compile time. */
        interface Visitor<R> {
            R generated(Generated source);

            R csv(Csv source);
        }
    }

    /**
     * Random examples.
     *
     * @param size how many, from 1 to {@link #MAX_SIZE}
     */
    public record Generated(Choice<Generator> generator, int size) implements Source {
        @Override
        public Dataset dataset(Key key) {
            return generator.make().generate(size, key);
        }

        @Override
        public String text() {
            return size + " of " + generator;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.generated(this);
        }
    }

    /**
     * The rows of a table.
     *
     * @param csv the text
     * @param targets the columns to predict; the last one if there are none
     */
    public record Csv(String csv, List<String> targets) implements Source {
        public Csv {
            targets = List.copyOf(targets);
        }

        @Override
        public Dataset dataset(Key key) {
            return Table.read(csv).examples(targets);
        }

        @Override
        public String text() {
            return "a table";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.csv(this);
        }
    }

    /** The same from another source. */
    public ExamplesSpec withSource(Source changed) {
        return new ExamplesSpec(changed, testShare, seed);
    }

    /** All examples. */
    public Dataset dataset() {
        return source.dataset(Key.of(seed).split(GENERATED));
    }

    /** The examples of some inputs, dealt out. */
    public Split split(Dataset examples) {
        return examples.split(testShare, Key.of(seed).split(DEALT));
    }
}
