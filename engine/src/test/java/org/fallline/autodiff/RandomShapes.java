package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fallline.tensor.Shape;

/** Small random shapes, with the extents where things go wrong: 1, and now and then 0. */
final class RandomShapes {
    private static final int MOST_AXES = 3;

    private RandomShapes() {}

    /** An extent from 1 to 4. */
    static int extent(Random random) {
        return 1 + random.nextInt(4);
    }

    /** Up to three axes. */
    static Shape any(Random random) {
        return ofRank(random, random.nextInt(MOST_AXES + 1));
    }

    /** One to three axes. */
    static Shape withAxes(Random random) {
        return ofRank(random, 1 + random.nextInt(MOST_AXES));
    }

    private static Shape ofRank(Random random, int rank) {
        int[] extents = new int[rank];
        for (int i = 0; i < rank; i++) {
            extents[i] = random.nextInt(30) == 0 ? 0 : extent(random);
        }
        return Shape.of(extents);
    }

    /** Shapes that broadcast to one. */
    static List<Shape> broadcastable(Random random, int count) {
        Shape all = any(random);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shapes.add(random.nextInt(3) == 0 ? all : broadcastingTo(random, all));
        }
        return shapes;
    }

    /** A shape that broadcasts to another: without some leading axes, and with an extent of 1 along some. */
    static Shape broadcastingTo(Random random, Shape large) {
        int rank = large.rank() - random.nextInt(large.rank() + 1) / 2;
        int[] extents = new int[rank];
        for (int i = 1; i <= rank; i++) {
            extents[rank - i] = random.nextInt(3) == 0 ? 1 : large.extent(-i);
        }
        return Shape.of(extents);
    }

    /** Some axes of a shape, each once, some of them counted from the last; none is possible. */
    static int[] axes(Random random, Shape shape) {
        return IntStream.range(0, shape.rank())
                .filter(axis -> random.nextBoolean())
                .map(axis -> random.nextBoolean() ? axis : axis - shape.rank())
                .toArray();
    }
}
