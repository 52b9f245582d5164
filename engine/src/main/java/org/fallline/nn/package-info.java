/**
 * Feed-forward networks as data: layers, activations, initializers, regularizers, losses and metrics, by Keras's names,
 * formulas and defaults.
 *
 * <pre>
 * Model          = number of inputs, Layer*        — gives a ParameterLayout, initial values, and a prediction as a graph
 * Layer          = Dense | Dropout | LayerNormalization | BatchNormalization
 * Dense          = units, Activation, Initializer of the weights, Regularization of the weights
 * Activation     = Node → Node                     — a catalogue
 * Initializer    = Key, fan-in, fan-out → weights  — a catalogue
 * Regularization = l1, l2
 * Loss           = target, prediction → scalar     — a catalogue
 * Metric         = targets, predictions → number   — a catalogue
 * Pass           = training (masks) | measuring | inference (statistics)
 * </pre>
 *
 * <p>A model has no state. What a layer needs besides its parameters is given to the {@link org.fallline.nn.Pass} that goes
 * through it: dropout takes its masks as data, computed from a key and the step; batch normalization takes the mean and the
 * variance of the batch in training and, for inference, those of the whole training set at the present parameters. So a
 * prediction depends on parameters and data alone, and a run on its experiment alone.
 *
 * <p>Imports {@code math}, {@code catalogue}, {@code tensor} and {@code autodiff}.
 *
 * <pre>{@code
 * Model model = new Model(2, List.of(Dense.of(4, "tanh"), Dense.of(1, "sigmoid")));
 * double[] params = model.initial(Key.of(7)); // W1 (2, 4), b1 (4), W2 (4, 1), b2 (1)
 * List<Node> inputs = model.parameters().inputs();
 * Node x = Ops.literal(Tensor.matrix(new double[][] {{1, 2}}));
 * Node prediction = model.predict(inputs, x, Pass.measuring());
 * }</pre>
 *
 * <p>References: F. Chollet et al., <i>Keras 3 API documentation</i>, 2023; I. Goodfellow, Y. Bengio, A. Courville, <i>Deep
 * Learning</i>, MIT Press 2016, chapters 6 to 8.
 */
@NullMarked
package org.fallline.nn;

import org.jspecify.annotations.NullMarked;
