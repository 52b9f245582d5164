package org.fallline.catalogue;

/**
 * A well-known choice of one setting: SGD with its momentum at 0.9 is what readers know as "Momentum".
 *
 * @param label as a reader sees it
 * @param setting the name of the setting that differs from its initial number
 * @param value the number it has instead
 */
public record Preset(String label, String setting, double value) {}
