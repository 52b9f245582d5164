package org.fallline.data;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;

/** Random examples to choose from: those of two classes, then those of quantities. */
public final class Datasets {
    /** In the order of the menu. */
    public static final Catalogue<Generator> CATALOGUE = catalogue();

    private Datasets() {}

    private static Catalogue<Generator> catalogue() {
        List<Entry<Generator>> all = new ArrayList<>(Classification.ENTRIES);
        all.addAll(Regression.ENTRIES);
        return new Catalogue<>("dataset", all);
    }
}
