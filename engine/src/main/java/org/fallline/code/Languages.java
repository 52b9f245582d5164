package org.fallline.code;

import java.util.List;

/** The languages there are. */
public final class Languages {
    /** In the order of menus. */
    public static final List<Language> ALL = List.of(new JavaEngine(), new TensorFlow(), new PyTorch(), new Jax());

    private Languages() {}
}
