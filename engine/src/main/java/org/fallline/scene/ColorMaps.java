package org.fallline.scene;

import org.fallline.experiment.Look;

/** The colour maps that others made and a landscape may have instead of the theme's own. */
public final class ColorMaps {
    /**
     * Viridis, by matplotlib's table of 256 colours (CC0): perceptually uniform,
     * from violet over green to yellow. 33 of them, mixed between, are never more than 2 of 255 from the table. Source:
     * S. van der Walt, N. Smith, "A Better Default Colormap for Matplotlib", SciPy 2015.
     */
    public static final ColorMap VIRIDIS = new ColorMap(
            0x440154, 0x470d60, 0x48186a, 0x482374, 0x472d7b, 0x453681, 0x424086, 0x3f4989, 0x3b528b, 0x375a8d,
            0x33638d, 0x2f6a8e, 0x2c728e, 0x297a8e, 0x26818e, 0x23898e, 0x21908c, 0x1f988b, 0x1f9f88, 0x21a685,
            0x28ae80, 0x31b57b, 0x3ebc74, 0x4cc26c, 0x5dc963, 0x6ece58, 0x82d34c, 0x96d83f, 0xabdc32, 0xc0df24,
            0xd5e21a, 0xeae51a, 0xfde725);

    /**
     * Cividis, by matplotlib's table of 256 colours: perceptually uniform, and nearly the same
     * with deuteranopia and protanopia, from blue over grey to yellow. Its blue bends sharply near the dark end, so it
     * takes 65 colours to stay within 2 of 255 of the table. Source: J. R. Nuñez, C. R. Anderton, R. S. Renslow, "Optimizing
     * colormaps with consideration for color vision deficiency", PLoS ONE 13(7), 2018, e0199239.
     */
    public static final ColorMap CIVIDIS = new ColorMap(
            0x00224e, 0x002554, 0x00285b, 0x002b62, 0x002e6a, 0x003070, 0x043371, 0x113570, 0x1a386f, 0x213b6e,
            0x273e6e, 0x2d416d, 0x32436d, 0x36466c, 0x3b496c, 0x3f4c6c, 0x434e6c, 0x47516c, 0x4b546c, 0x4f576c,
            0x52596d, 0x565c6d, 0x5a5f6e, 0x5d626e, 0x61656f, 0x646770, 0x686a71, 0x6b6d72, 0x6f7073, 0x727374,
            0x757676, 0x797877, 0x7c7b78, 0x807e78, 0x848179, 0x878478, 0x8b8778, 0x8f8a78, 0x938d78, 0x979077,
            0x9b9376, 0x9f9676, 0xa39a75, 0xa79d74, 0xaba072, 0xafa371, 0xb3a670, 0xb7aa6e, 0xbbad6c, 0xbfb06b,
            0xc3b469, 0xc8b766, 0xccba64, 0xd0be61, 0xd4c15f, 0xd9c55c, 0xddc958, 0xe1cc55, 0xe6d051, 0xead44c,
            0xefd748, 0xf4db42, 0xf8df3c, 0xfde334, 0xfee838);

    private ColorMaps() {}

    /** The map that a view chooses, in a theme: our own has a form for each. */
    static ColorMap of(Look.Colors colors, Theme theme) {
        return switch (colors) {
            case FELL -> theme.map();
            case VIRIDIS -> VIRIDIS;
            case CIVIDIS -> CIVIDIS;
        };
    }
}
