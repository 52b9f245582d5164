package org.fallline.probe;

import java.util.List;

/**
 * What flows back through a network at some parameters, as {@link UnitErrors} found it.
 *
 * @param example whose loss it is of, from 0, or {@link UnitErrors#ALL}
 * @param alongParameters along each weight its edge's error, at each bias its unit's delta; not modified
 * @param errors of the units of each column of the wiring, from column 1 on; not modified
 * @param passing how well errors pass through these units
 */
@SuppressWarnings("ArrayRecordComponent")
public record Backflow(
        int example, double[] alongParameters, List<double[]> errors, List<List<UnitErrors.Passing>> passing) {
    public Backflow {
        errors = List.copyOf(errors);
        passing = List.copyOf(passing);
    }

    /** Whether errors pass so through any unit. */
    public boolean has(UnitErrors.Passing kind) {
        return passing.stream().anyMatch(column -> column.contains(kind));
    }
}
