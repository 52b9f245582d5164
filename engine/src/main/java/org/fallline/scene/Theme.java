package org.fallline.scene;

/**
 * The colours of a figure by what they mean, opaque and packed as {@code 0xAARRGGBB}.
 *
 * @param background around the plot
 * @param plotBackground where a figure shows nothing else; also where a loss is undefined
 * @param ink text and the most important lines
 * @param mutedInk axis text and ticks, at least 4.5:1 on the background
 * @param gridLine lines that lead the eye and are not read
 * @param isolineOnPale what isolines are tinted with on a pale map
 * @param isolineOnDeep what isolines are tinted with on a deep map
 * @param casing the outline that keeps lines and markers apart from the map below
 * @param startMarker the ring at the start
 * @param minimumMarker the crosses at known minima
 * @param map the map a landscape has unless another one is chosen
 * @param signs the map of numbers below and above a middle
 * @param optimizers the eight colours of {@link #optimizer}
 * @param arrows the three colours of {@link #arrow}
 */
@SuppressWarnings("ArrayRecordComponent")
public record Theme(
        int background,
        int plotBackground,
        int ink,
        int mutedInk,
        int gridLine,
        int isolineOnPale,
        int isolineOnDeep,
        int casing,
        int startMarker,
        int minimumMarker,
        ColorMap map,
        ColorMap signs,
        int[] optimizers,
        int[] arrows) {

    // The optimizers' colours maximise the smallest distance in Oklab between any two, as seen with normal vision and
    // with protanopia, deuteranopia and tritanopia (matrices of Machado, Oliveira and Fernandes, 2009), at 3:1 or
    // more against the plot; a colour has the same place in both themes. ThemeTest holds the distances.

    public static final Theme LIGHT = new Theme(
            0xfffdfcf9,
            0xfff4f2ec,
            0xff1d2529,
            0xff5a656b,
            0xffdedbd2,
            0xff17353a,
            0xfff4f7f2,
            0xffffffff,
            0xff1d2529,
            0xff1d2529,
            ColorMap.FELL_LIGHT,
            ColorMap.SIGNS_LIGHT,
            new int[] {
                0xff4748dc, 0xffcf6b04, 0xffa70894, 0xff059580, 0xff400d67, 0xff805504, 0xff531107, 0xff1b4d53,
            },
            new int[] {0xff1d2529, 0xffb4005e, 0xff0a64b4});

    public static final Theme DARK = new Theme(
            0xff14181d,
            0xff1a1f25,
            0xffe9ecec,
            0xff9aa5ab,
            0xff2c343b,
            0xff0a1418,
            0xffcfe0d6,
            0xff0b0e11,
            0xfff4f6f6,
            0xfff4f6f6,
            ColorMap.FELL_DARK,
            ColorMap.SIGNS_DARK,
            new int[] {
                0xff8299fe, 0xfff7a65d, 0xffdc5ea9, 0xff28f8ce, 0xff905bee, 0xfff5e94e, 0xfff64327, 0xff71ccee,
            },
            new int[] {0xffffffff, 0xffff86bd, 0xff7cc4ff});

    /** The colour of the optimizer with this index, from 0; after eight they begin again. */
    public int optimizer(int index) {
        return optimizers[Math.floorMod(index, optimizers.length)];
    }

    /** The colour of a number from −1 over 0, the plot's ground, to 1. */
    public int sign(double number) {
        return signs.argb(0.5 + 0.5 * number);
    }

    /** The same for what must be seen on that ground: never its colour, from −1 to 1. */
    public int strongSign(double number) {
        return sign(number >= 0 ? 0.35 + 0.65 * number : -0.35 + 0.65 * number);
    }

    /** The colour of an arrow of the current step. */
    public int arrow(StepArrow.Kind kind) {
        return switch (kind) {
            case GRADIENT -> arrows[0];
            case STEP -> ink;
            case NEWTON -> arrows[1];
            case MOMENTUM -> arrows[2];
        };
    }
}
