package org.fallline.data;

import java.util.ArrayList;
import java.util.List;
import org.fallline.tensor.Tensor;

/**
 * A column of a table: numbers, or words that stand for classes.
 *
 * @param name in the header, or made of its place
 * @param values a number a row; where words are given, the index of the row's word among them
 * @param words each word once, in the order of its first row; empty for a column of numbers
 */
public record Column(String name, Tensor values, List<String> words) {
    public Column {
        words = List.copyOf(words);
    }

    /** A column of words. */
    static Column ofWords(String name, List<String> fields) {
        List<String> words = new ArrayList<>();
        double[] values = new double[fields.size()];
        for (int i = 0; i < values.length; i++) {
            int index = words.indexOf(fields.get(i));
            if (index < 0) {
                index = words.size();
                words.add(fields.get(i));
            }
            values[i] = index;
        }
        return new Column(name, Tensor.vector(values), words);
    }

    /** Whether the column is numbers. */
    public boolean isNumeric() {
        return words.isEmpty();
    }
}
