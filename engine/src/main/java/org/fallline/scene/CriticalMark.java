package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.CriticalPoint;

/**
 * A point where the gradient vanishes, with what the Hessian says of it.
 *
 * @param u its first plane coordinate
 * @param v its second plane coordinate
 * @param eigenvalues of the Hessian there, ascending; on a line the second derivative alone; empty when unknown
 * @param loss the loss there
 */
public record CriticalMark(double u, double v, CriticalPoint.Kind kind, List<Double> eigenvalues, double loss) {
    public CriticalMark {
        eigenvalues = List.copyOf(eigenvalues);
    }
}
