package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;

/** Parts of one array, taken and given back: a part that is free again serves the next that fits. */
final class Buffers {
    private record Gap(int offset, int size) {
        int end() {
            return offset + size;
        }
    }

    private final List<Gap> gaps = new ArrayList<>();
    private int end;

    /** Parts of an array from an offset on. */
    Buffers(int start) {
        this.end = start;
    }

    /** Where a part of this size begins: in the smallest gap that holds it, or at the end. */
    int take(int size) {
        int best = -1;
        for (int i = 0; i < gaps.size(); i++) {
            if (gaps.get(i).size() >= size
                    && (best < 0 || gaps.get(i).size() < gaps.get(best).size())) {
                best = i;
            }
        }
        if (best < 0) {
            end += size;
            return end - size;
        }
        Gap gap = gaps.remove(best);
        if (gap.size() > size) {
            gaps.add(best, new Gap(gap.offset() + size, gap.size() - size));
        }
        return gap.offset();
    }

    /** Gives a part back. Gaps stay in order and never touch. */
    void give(int offset, int size) {
        if (size == 0) {
            return;
        }
        int i = 0;
        while (i < gaps.size() && gaps.get(i).offset() < offset) {
            i++;
        }
        Gap gap = new Gap(offset, size);
        if (i < gaps.size() && gap.end() == gaps.get(i).offset()) {
            gap = new Gap(offset, size + gaps.remove(i).size());
        }
        if (i > 0 && gaps.get(i - 1).end() == offset) {
            Gap before = gaps.remove(i - 1);
            gaps.add(i - 1, new Gap(before.offset(), before.size() + gap.size()));
        } else {
            gaps.add(i, gap);
        }
    }

    /** The length of array that was ever in use. */
    int end() {
        return end;
    }
}
