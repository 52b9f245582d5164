package org.fallline.web.model;

import java.util.function.UnaryOperator;
import org.fallline.math.Decimal;
import org.fallline.web.words.Phrase;
import org.fallline.web.words.Words;

/**
 * Putting points to learn from. Each is undone on its own.
 *
 * <p>An intent throws an {@code IllegalArgumentException} where too few points would be left, saying so.
 */
public final class DrawIntents {
    private DrawIntents() {}

    /** Begins anew with the fewest points. */
    public static Intent begin(Drawing.Kind kind) {
        return DataIntents.table(Phrase.of("intent.draw"), Drawing.first(kind).csv());
    }

    /** One more point. */
    public static Intent put(double x, double y, String label) {
        return change(
                drawing -> drawing.with(new Drawing.Point(x, y, label)),
                Phrase.of("intent.putPoint", Decimal.text(x), Decimal.text(y)));
    }

    /** One point less. */
    public static Intent remove(int index) {
        return change(
                drawing -> {
                    Drawing changed = drawing.without(index);
                    if (changed.points().isEmpty()) {
                        throw new IllegalArgumentException(Words.say("error.lastPoint"));
                    }
                    boolean isOneClass = changed.points().stream()
                                    .map(Drawing.Point::label)
                                    .distinct()
                                    .count()
                            < 2;
                    if (changed.kind() == Drawing.Kind.CLASSES && isOneClass) {
                        throw new IllegalArgumentException(Words.say("error.lastOfClass"));
                    }
                    return changed;
                },
                Phrase.of("intent.removePoint", index + 1));
    }

    private static Intent change(UnaryOperator<Drawing> change, Phrase label) {
        return new Intent(label, state -> {
            Drawing drawing = Drawing.of(state.experiment().problem());
            return drawing == null
                    ? state
                    : DataIntents.table(label, change.apply(drawing).csv()).apply(state);
        });
    }
}
