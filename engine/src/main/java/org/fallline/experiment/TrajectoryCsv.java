package org.fallline.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fallline.landscape.Vectors;
import org.fallline.math.Decimal;

/**
 * Trajectories as a table in CSV (RFC 4180): one record a state of each optimizer, below a header.
 *
 * <pre>
 * header = optimizer, step, loss, gradient norm, the name of each parameter
 * record = label, number from 0, number, ‖g‖₂, a number each
 * </pre>
 *
 * <p>Numbers are the shortest decimals that are read back as the same double; {@code NaN} and {@code Infinity} where a walk
 * ended. A walk that ended early has fewer records. Where two optimizers have the same label, all but the first have their
 * place among the optimizers after it: {@code SGD, SGD 2}. The gradient is that which the next step follows, of a batch if
 * there are batches.
 *
 * <p>Source: Y. Shafranovich, <i>Common Format and MIME Type for Comma-Separated Values (CSV) Files</i>, RFC 4180, 2005.
 */
public final class TrajectoryCsv {
    private static final String END_OF_LINE = "\r\n";

    private TrajectoryCsv() {}

    /**
     * Writes the table.
     *
     * @param optimizers of the walks
     * @param parameters a name each
     * @param walks one an optimizer
     * @param out receives the header and then record after record, each with its end of line: all at once may be much
     */
    public static void write(
            List<OptimizerSpec> optimizers, List<String> parameters, List<Trajectory> walks, Consumer<String> out) {
        if (optimizers.size() != walks.size()) {
            throw new IllegalArgumentException(
                    walks.size() + " walks are not one for each of " + optimizers.size() + " optimizers");
        }
        StringBuilder header = new StringBuilder("optimizer,step,loss,gradient norm");
        parameters.forEach(name -> header.append(',').append(quoted(name)));
        out.accept(header.append(END_OF_LINE).toString());
        List<String> labels = labels(optimizers);
        for (int i = 0; i < walks.size(); i++) {
            Trajectory walk = walks.get(i);
            if (walk.dimension() != parameters.size()) {
                throw new IllegalArgumentException("walk " + i + " is in " + walk.dimension()
                        + " dimensions, but there are " + parameters.size() + " parameters");
            }
            String label = quoted(labels.get(i));
            for (int step = 0; step < walk.length(); step++) {
                out.accept(row(label, walk, step));
            }
        }
    }

    private static String row(String label, Trajectory walk, int step) {
        StringBuilder row = new StringBuilder(label);
        row.append(',').append(step);
        row.append(',').append(Decimal.text(walk.loss(step)));
        row.append(',').append(Decimal.text(Vectors.norm(walk.gradient(step))));
        for (int k = 0; k < walk.dimension(); k++) {
            row.append(',').append(Decimal.text(walk.param(step, k)));
        }
        return row.append(END_OF_LINE).toString();
    }

    private static List<String> labels(List<OptimizerSpec> optimizers) {
        List<String> labels = new ArrayList<>();
        for (OptimizerSpec optimizer : optimizers) {
            String label = optimizer.label();
            labels.add(labels.contains(label) ? label + " " + (labels.size() + 1) : label);
        }
        return labels;
    }

    /** In quotes where the text could be taken for more than one field: {@code W₁,₂}. */
    private static String quoted(String text) {
        boolean plain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\r') < 0 && text.indexOf('\n') < 0;
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
