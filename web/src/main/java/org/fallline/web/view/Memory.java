package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.optim.Slot;
import org.fallline.web.words.Words;

/**
 * A row of what an optimizer remembers: some neighbouring numbers of a slot under one label.
 *
 * @param label what they are
 * @param from where in the slot they begin
 * @param count how many they are; beyond what a reader can take in, only their length as a vector is told
 */
record Memory(String label, int from, int count) {
    private static final int MOST_READABLE = 6;

    /** The rows of a slot: one number a row if it has one a parameter, else a row of a matrix each, or all in one. */
    static List<Memory> of(Slot slot, List<String> parameters) {
        int n = parameters.size();
        List<Memory> rows = new ArrayList<>();
        if (slot.size() == n && n > 1) {
            for (int i = 0; i < n; i++) {
                rows.add(new Memory(Words.say("step.slotOf", slot.name(), parameters.get(i)), i, 1));
            }
        } else if (slot.size() == n * n && n > 1 && n <= MOST_READABLE) {
            for (int i = 0; i < n; i++) {
                rows.add(new Memory(Words.say("step.row", slot.name(), parameters.get(i)), i * n, n));
            }
        } else {
            rows.add(new Memory(slot.name(), 0, slot.size()));
        }
        return rows;
    }

    /** The numbers of this row, where the slot begins at an index of the state. */
    String text(double[] state, int slotFrom) {
        if (count > MOST_READABLE) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                double x = state[slotFrom + from + i];
                sum += x * x;
            }
            return Words.say("step.norm", count, Numbers.text(Math.sqrt(sum)));
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : ", ").append(Numbers.text(state[slotFrom + from + i]));
        }
        return out.toString();
    }
}
