package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Catalogue;

/** The optimizers there are. */
public final class Optimizers {
    /** In the order of menus: from the plainest on. */
    public static final Catalogue<Optimizer> CATALOGUE =
            new Catalogue<>("optimizer", List.of(Sgd.ENTRY, RmsProp.ENTRY, Adam.ENTRY));

    private Optimizers() {}
}
