package org.fallline.web.bench;

import org.fallline.math.Real;

/** The hyperbolic tangent of 1,000 numbers between −5 and 5. A count is a count of sweeps; the loss is the last sweep's sum. */
final class TanhSweep implements Loop {
    private static final int SIZE = 1000;

    private double sum;

    @Override
    public void run(int count) {
        for (int sweep = 0; sweep < count; sweep++) {
            sum = 0;
            for (int i = 0; i < SIZE; i++) {
                sum += Real.tanh(i * 0.01 - 4.994);
            }
        }
    }

    @Override
    public double loss() {
        return sum;
    }
}
