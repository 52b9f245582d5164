/**
 * Examples to learn from: generated, or read from CSV text; split, enlarged by features and dealt out in batches.
 *
 * <pre>
 * Dataset  = input-name* x(n, k) target-name* y(n, m) class-name*   — y numbers the classes from 0, or is quantities
 * Split    = Dataset for training, Dataset for testing
 * Datasets = Catalogue of (size, Key → Dataset)                     — circle, xor, … and sine, plane, …
 * Features = Catalogue of (x, y → number)                           — xSquared, sinX, …: more inputs from the same two
 * Csv      = text → records of cells, each with its line and column
 * Table    = records → Column*; Column = name and numbers or words
 * Batches  = n, size, Key → the examples of step t
 * </pre>
 *
 * <p>Everything random is computed from a {@link org.fallline.math.Key}: the same examples, split and batches on every
 * platform, and those of step t whatever was asked before.
 *
 * <p>Imports {@code math}, {@code catalogue} and {@code tensor}.
 *
 * <pre>{@code
 * Dataset circle = Datasets.CATALOGUE.require("circle").make().generate(200, Key.of(7));
 * Split split = circle.split(0.5, Key.of(8)); // 100 to train with, 100 to test with
 * int[] batch = new int[10];
 * new Batches(split.train().size(), batch.length, Key.of(9)).fill(0, batch); // the examples of step 0
 * }</pre>
 *
 * <p>References: D. Smilkov, S. Carter, <i>TensorFlow Playground</i>, 2016, {@code src/dataset.ts}; F. Pedregosa et al.,
 * <i>Scikit-learn: Machine Learning in Python</i>, JMLR 12 (2011), {@code sklearn.datasets}; Y. Shafranovich, <i>Common Format
 * and MIME Type for Comma-Separated Values (CSV) Files</i>, RFC 4180, 2005.
 */
@NullMarked
package org.fallline.data;

import org.jspecify.annotations.NullMarked;
