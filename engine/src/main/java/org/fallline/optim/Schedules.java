package org.fallline.optim;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;

/** The schedules there are. */
public final class Schedules {
    /** In the order of menus. Each can begin with a warm-up. */
    public static final Catalogue<Schedule> CATALOGUE = new Catalogue<>(
            "schedule",
            List.of(
                            ConstantRate.ENTRY,
                            PiecewiseConstant.ENTRY,
                            ExponentialDecay.ENTRY,
                            PolynomialDecay.ENTRY,
                            InverseTimeDecay.ENTRY,
                            CosineDecay.ENTRY,
                            CosineRestarts.ENTRY,
                            OneCycle.ENTRY,
                            ReduceOnPlateau.ENTRY)
                    .stream()
                    .map(Schedules::warmable)
                    .toList());

    private Schedules() {}

    private static Entry<Schedule> warmable(Entry<Schedule> plain) {
        List<Setting> settings = new ArrayList<>(plain.settings());
        settings.add(Warmup.SETTING);
        return new Entry<>(plain.name(), plain.label(), plain.formula(), plain.source(), settings, values -> {
            int own = plain.settings().size();
            Schedule schedule =
                    plain.make(new Values(plain.settings(), values.numbers().subList(0, own)));
            int steps = (int) values.number(Warmup.SETTING.name());
            return steps == 0 ? schedule : new Warmup(steps, schedule);
        });
    }
}
