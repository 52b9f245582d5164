package org.fallline.optim;

/** A loss of one number a parameter that is as steep everywhere: {@code Σ slopeᵢ·wᵢ}, which has no bottom. */
class Slopes implements Objective {
    private final double[] slopes;

    Slopes(double... slopes) {
        this.slopes = slopes;
    }

    @Override
    public int[] segments() {
        return new int[] {slopes.length};
    }

    @Override
    public double value(double[] params) {
        return Quadratic.dot(slopes, params);
    }

    @Override
    public double valueAndGradient(double[] params, double[] into, int from) {
        System.arraycopy(slopes, 0, into, from, slopes.length);
        return value(params);
    }

    @Override
    public void hessian(double[] params, double[] into, int from) {
        for (int i = 0; i < slopes.length * slopes.length; i++) {
            into[from + i] = 0;
        }
    }
}
