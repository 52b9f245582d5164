package org.fallline.data;

/**
 * Examples dealt out for two purposes.
 *
 * @param train to learn from, at least one
 * @param test to measure what was learned, perhaps none
 */
public record Split(Dataset train, Dataset test) {}
