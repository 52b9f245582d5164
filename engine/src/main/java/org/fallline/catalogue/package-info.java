/**
 * Ordered tables of named things: the one source of menus, sliders, the experiment's validation and the documentation.
 *
 * <pre>
 * Catalogue of T = Entry of T*
 * Entry of T     = name label formula source Setting* Preset* (Values → T)
 * Setting        = name label symbol kind(number | whole number | flag) valid-range usual-range initial
 * Preset         = label and the numbers that differ from the initial ones
 * Values         = a number for every setting
 * Choice of T    = Entry of T, Values
 * </pre>
 *
 * <p>Imports {@code math}.
 *
 * <pre>{@code
 * Entry<Optimizer> adam = Optimizers.CATALOGUE.find("adam");
 * Optimizer optimizer = adam.make(adam.initial().with("learningRate", 0.05));
 * }</pre>
 */
@NullMarked
package org.fallline.catalogue;

import org.jspecify.annotations.NullMarked;
