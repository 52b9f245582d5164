package org.fallline.landscape;

/** The k-th smallest of many numbers, without sorting them all: C. A. R. Hoare, "Algorithm 65: Find", CACM 4 (1961). */
final class Selection {
    private Selection() {}

    /**
     * The number that would be at {@code k} if all were sorted, in a time proportional to their count as a rule.
     *
     * @param numbers at least {@code k + 1}, none of them NaN; put into another order
     */
    static double nth(double[] numbers, int k) {
        int from = 0;
        int to = numbers.length - 1;
        while (from < to) {
            double pivot = median(numbers[from], numbers[from + (to - from) / 2], numbers[to]);
            int i = from;
            int j = to;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (numbers[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double number = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = number;
                }
            }
            // What lies between j and i equals the pivot.
            if (k <= j) {
                to = j;
            } else if (k >= i) {
                from = i;
            } else {
                return numbers[k];
            }
        }
        return numbers[k];
    }

    /** So that what is sorted already, either way, is halved each time. */
    private static double median(double a, double b, double c) {
        if (a < b) {
            return b < c ? b : a < c ? c : a;
        }
        return a < c ? a : b < c ? c : b;
    }
}
