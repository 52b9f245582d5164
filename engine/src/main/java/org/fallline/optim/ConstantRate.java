package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Entry;

/** The learning rate that is set, at every step: {@code ηₜ = η}. */
public record ConstantRate() implements Schedule {
    static final Entry<Schedule> ENTRY = new Entry<>(
            "constant", "Constant", "ηₜ = η", "Robbins & Monro 1951", List.of(), values -> new ConstantRate());

    @Override
    public double rate(int step, double base, double loss, double[] state, int from) {
        return base;
    }
}
