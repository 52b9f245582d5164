/**
 * Programs: an experiment as text that a reader can run outside the page.
 *
 * <pre>
 * Language = Java (this engine) | TensorFlow | PyTorch | JAX        — {@code Languages.ALL}
 * Listing  = file name, text                                        — a whole program
 *          | refusal                                                — why there is none
 * program  = header, data, loss, rule, loop
 * loss     = one expression or assignment a node of the traced graph
 * output   = a line a step: step, loss, parameters
 * </pre>
 *
 * <p>The loss is read off the graph that the page runs, op by op, with start and data as literals; so a program is short where the
 * problem is, and says nothing that does not happen. The Java program gives the page's numbers bit for bit. The others compute in double
 * precision with the rules as this engine has them, and agree up to the last digits of the elementary functions; where
 * randomness goes into every step, as with mini-batches and dropout, they say that they draw other numbers.
 *
 * <p>Imports all packages above but {@code emit}, {@code landscape} and {@code json}.
 *
 * <pre>{@code
 * Experiment experiment = ExperimentCodec.read("{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"sphere\"}}");
 * Listing listing = Languages.ALL.get(0).listing(experiment, 0);
 * listing.text();
 * }</pre>
 */
@NullMarked
package org.fallline.code;

import org.jspecify.annotations.NullMarked;
