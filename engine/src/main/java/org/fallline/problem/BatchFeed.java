package org.fallline.problem;

import org.fallline.data.Batches;
import org.fallline.math.Key;
import org.fallline.nn.Masks;
import org.fallline.tensor.Tensor;

/** The examples of each step, and the masks of its dropout: x, y and the masks, one after the other. */
final class BatchFeed implements Sampling.Feed {
    private final double[] x;
    private final double[] y;
    private final int inputs;
    private final int outputs;
    private final int[] batch;
    private final Batches batches;
    private final Masks masks;

    BatchFeed(Tensor x, Tensor y, int batchSize, Key key, Masks masks) {
        this.x = x.toArray();
        this.y = y.toArray();
        this.inputs = x.shape().extent(1);
        this.outputs = y.shape().extent(1);
        this.batch = new int[batchSize];
        this.batches = new Batches(x.shape().extent(0), batchSize, key);
        this.masks = masks;
    }

    @Override
    public void fill(int step, double[] data) {
        batches.fill(step, batch);
        int yFrom = batch.length * inputs;
        for (int i = 0; i < batch.length; i++) {
            System.arraycopy(x, batch[i] * inputs, data, i * inputs, inputs);
            System.arraycopy(y, batch[i] * outputs, data, yFrom + i * outputs, outputs);
        }
        masks.fill(step, data, yFrom + batch.length * outputs);
    }
}
