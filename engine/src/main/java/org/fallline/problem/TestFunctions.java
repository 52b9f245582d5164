package org.fallline.problem;

import java.util.List;
import java.util.stream.Stream;
import org.fallline.catalogue.Catalogue;

/** Classical functions to descend; each entry of a list is all there is to one. */
public final class TestFunctions {
    /** In the order of the menu. */
    public static final Catalogue<TestFunction> CATALOGUE = new Catalogue<>(
            "test function",
            Stream.of(ValleyFunctions.ENTRIES, HollowFunctions.ENTRIES, SaddleFunctions.ENTRIES)
                    .flatMap(List::stream)
                    .toList());

    private TestFunctions() {}
}
