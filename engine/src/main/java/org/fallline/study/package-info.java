/**
 * Studies of an experiment: runs of it that are not the visitor's own, made to find out what would have been better.
 *
 * <pre>
 * Study = RangeTest | Sweep | TestLosses          made in pieces; what is known so far can be read at any time
 * </pre>
 *
 * <p>Imports {@code experiment} and what is above it.
 *
 * <pre>{@code
 * Study test = new RangeTest(experiment, 0);
 * while (test.advance()) {}
 * RangeFindings findings = RangeFindings.of(test.numbers());
 * }</pre>
 */
@NullMarked
package org.fallline.study;

import org.jspecify.annotations.NullMarked;
