package org.fallline.scene.gallery;

/**
 * How far two pictures of the same size differ, in 255ths: by blocks of pixels, whose means hardly feel how painters
 * smooth edges and enlarge images, while a mark that is missing changes them.
 *
 * @param worst the largest difference of a colour channel's mean in any block
 * @param mean the mean over all blocks and channels
 * @param where the worst block is, to be read
 */
public record Likeness(double worst, double mean, String where) {
    /** Pixels a side of a block: about the size of the smallest sign. */
    private static final int BLOCK = 10;

    /** Of two pictures, row-major, 0xAARRGGBB. */
    public static Likeness of(int[] a, int[] b, int width, int height) {
        double worst = 0;
        double sum = 0;
        int count = 0;
        String where = "";
        for (int top = 0; top + BLOCK <= height; top += BLOCK) {
            for (int left = 0; left + BLOCK <= width; left += BLOCK) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    double difference = Math.abs(mean(a, width, left, top, shift) - mean(b, width, left, top, shift));
                    sum += difference;
                    count++;
                    if (difference > worst) {
                        worst = difference;
                        where = "at " + left + ", " + top;
                    }
                }
            }
        }
        return new Likeness(worst, sum / count, where);
    }

    private static double mean(int[] pixels, int width, int left, int top, int shift) {
        double sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                sum += pixels[y * width + x] >> shift & 255;
            }
        }
        return sum / (BLOCK * BLOCK);
    }
}
