package org.fallline.optim;

import java.util.List;
import org.fallline.catalogue.Catalogue;

/** The optimizers there are. */
public final class Optimizers {
    /** In the order of menus: from the plainest on, then those that look at the loss again. */
    public static final Catalogue<Optimizer> CATALOGUE = new Catalogue<>(
            "optimizer",
            List.of(
                    Sgd.ENTRY,
                    Adagrad.ENTRY,
                    RmsProp.ENTRY,
                    Adadelta.ENTRY,
                    Adam.ENTRY,
                    AdamW.ENTRY,
                    Adamax.ENTRY,
                    Nadam.ENTRY,
                    Lion.ENTRY,
                    Ftrl.ENTRY,
                    Backtracking.ENTRY,
                    ConjugateGradient.ENTRY,
                    Bfgs.ENTRY,
                    Lbfgs.ENTRY,
                    Newton.ENTRY));

    private Optimizers() {}
}
