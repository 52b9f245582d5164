package org.fallline.nn;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.catalogue.Choice;
import org.fallline.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer: {@code a = f(x·W + b)}, shapes {@code (n, k)·(k, units) + (units)}; b is 0 before the first step.
 *
 * <p>Source: Keras 3 API, {@code keras.layers.Dense}.
 *
 * @param units at least 1
 * @param activation f
 * @param initializer of W
 * @param regularization of W
 * @param trainable whether W and b are learned; a frozen layer keeps those it began with
 */
public record Dense(
        int units,
        Choice<Activation> activation,
        Choice<Initializer> initializer,
        Regularization regularization,
        boolean trainable)
        implements Layer {

    public Dense {
        if (units < 1) {
            throw new IllegalArgumentException("a dense layer of " + units + " units: expected at least 1");
        }
    }

    /** A layer with Keras's defaults: Glorot's uniform weights, no regularization. */
    public static Dense of(int units, String activation) {
        return new Dense(
                units,
                Choice.of(Activations.CATALOGUE, activation),
                Choice.of(Initializers.CATALOGUE, "glorotUniform"),
                Regularization.NONE,
                true);
    }

    /** The same with another activation. */
    public Dense with(Choice<Activation> changed) {
        return new Dense(units, changed, initializer, regularization, trainable);
    }

    /** The same with weights that begin otherwise. */
    public Dense withInitializer(Choice<Initializer> changed) {
        return new Dense(units, activation, changed, regularization, trainable);
    }

    /** The same with another price on weights. */
    public Dense with(Regularization changed) {
        return new Dense(units, activation, initializer, changed, trainable);
    }

    /** The same with another number of units. */
    public Dense withUnits(int changed) {
        return new Dense(changed, activation, initializer, regularization, trainable);
    }

    /** The same, learned or frozen. */
    public Dense withTrainable(boolean changed) {
        return new Dense(units, activation, initializer, regularization, changed);
    }

    @Override
    public int units(int inputs) {
        return units;
    }

    @Override
    public List<Parameter> parameters(int inputs) {
        return List.of(
                new Parameter("W", Shape.of(inputs, units), initializer.make()), Parameter.filled("b", units, 0));
    }

    @Override
    public Node apply(Node x, List<Node> parameters, Pass pass) {
        Node sums = Ops.add(Ops.matmul(x, parameters.get(0)), parameters.get(1));
        return activation.make().apply(sums);
    }

    @Override
    public @Nullable Node penalty(List<Node> parameters) {
        return regularization.penalty(parameters.get(0));
    }

    @Override
    public String text() {
        return units + " " + activation + (trainable ? "" : " frozen");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dense(this);
    }
}
