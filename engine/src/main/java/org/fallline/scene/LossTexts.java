package org.fallline.scene;

import org.fallline.landscape.LossScale;
import org.fallline.landscape.Ticks;
import org.fallline.math.Decimal;
import org.fallline.say.Say;

/**
 * Losses of one scale as its legend, axes and isolines write them: as they are, or less the scale's {@linkplain LossScale#base
 * base}, which the name then takes off: {@code loss − 101}.
 */
final class LossTexts {
    /** A round difference has no more digits than this; what follows is rounding. */
    private static final int ROUND_DIGITS = 8;

    private LossTexts() {}

    /** The name of what the texts stand for. */
    static String name(LossScale scale) {
        return Say.of("quantity.loss", "loss") + AxisTicks.away(scale.base());
    }

    /** One text a loss, different for different losses: with {@code digits} significant digits, or more where these do not tell. */
    static String[] of(LossScale scale, double[] losses, int digits) {
        double base = scale.base();
        double[] numbers = new double[losses.length];
        for (int i = 0; i < losses.length; i++) {
            numbers[i] = base == 0 ? losses[i] : difference(losses[i], base);
        }
        return Ticks.texts(numbers, digits);
    }

    /** The shortest number that makes the loss when the base is added: without the rounding of that addition. */
    private static double difference(double loss, double base) {
        double exact = loss - base;
        for (int digits = 1; digits <= ROUND_DIGITS; digits++) {
            double rounded = Decimal.parse(Decimal.text(exact, digits));
            if (base + rounded == loss) {
                return rounded;
            }
        }
        return exact;
    }
}
