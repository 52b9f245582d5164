package org.fallline.optim;

import java.util.Random;

/** A convex quadratic {@code ½·w·A·w − b·w} with A symmetric and positive definite. */
final class Quadratic implements Objective {
    private final double[][] a;
    private final double[] b;

    Quadratic(double[][] a, double[] b) {
        this.a = a;
        this.b = b;
    }

    /** Of n parameters, with {@code A = MᵀM + I}. */
    static Quadratic of(Random random, int n) {
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = random.doubles(n, -1, 1).toArray();
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                a[i][k] = i == k ? 1 : 0;
                for (int j = 0; j < n; j++) {
                    a[i][k] += m[j][i] * m[j][k];
                }
            }
        }
        return new Quadratic(a, random.doubles(n, -2, 2).toArray());
    }

    double[][] matrix() {
        return a;
    }

    double[] gradient(double[] params) {
        double[] gradient = new double[b.length];
        valueAndGradient(params, gradient, 0);
        return gradient;
    }

    /** A·v. */
    double[] times(double[] v) {
        double[] product = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            product[i] = dot(a[i], v);
        }
        return product;
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Override
    public int[] segments() {
        return new int[] {b.length};
    }

    @Override
    public double value(double[] params) {
        return dot(params, times(params)) / 2 - dot(b, params);
    }

    @Override
    public double valueAndGradient(double[] params, double[] into, int from) {
        double[] product = times(params);
        for (int i = 0; i < b.length; i++) {
            into[from + i] = product[i] - b[i];
        }
        return value(params);
    }

    @Override
    public void hessian(double[] params, double[] into, int from) {
        for (int i = 0; i < b.length; i++) {
            System.arraycopy(a[i], 0, into, from + i * b.length, b.length);
        }
    }
}
