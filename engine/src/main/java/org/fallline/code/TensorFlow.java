package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;

/** Python with TensorFlow: {@code tf.GradientTape} and the optimizers of Keras, whose settings this engine shares. */
final class TensorFlow implements Language {
    private static final Map<String, String> OPTIMIZERS = Map.of(
            "sgd", "SGD",
            "adagrad", "Adagrad",
            "rmsprop", "RMSprop",
            "adadelta", "Adadelta",
            "adam", "Adam",
            "adamw", "AdamW",
            "adamax", "Adamax",
            "nadam", "Nadam",
            "lion", "Lion",
            "ftrl", "Ftrl");

    /** Keras's names of settings that it does not write as Python would write ours. */
    private static final Map<String, String> SETTINGS = Map.of(
            "beta1", "beta_1",
            "beta2", "beta_2",
            "clipValue", "clipvalue",
            "clipNorm", "clipnorm",
            "globalClipNorm", "global_clipnorm");

    static final PythonDialect DIALECT = new PythonDialect(
            "TensorFlow", "tf.constant($0, dtype=tf.float64)", "tf.cast($0, tf.float64)", functions());

    private static Map<String, String> functions() {
        Map<String, String> all = new TreeMap<>();
        for (String name : List.of(
                "abs",
                "acos",
                "acosh",
                "asin",
                "asinh",
                "atan",
                "atanh",
                "cos",
                "cosh",
                "exp",
                "identity",
                "sigmoid",
                "sign",
                "sin",
                "sinh",
                "sqrt",
                "tanh",
                "transpose")) {
            all.put(name, "tf." + name + "($0)");
        }
        for (String name : List.of("erf", "expm1", "log", "log1p", "softplus")) {
            all.put(name, "tf.math." + name + "($0)");
        }
        all.put("relu", "tf.nn.relu($0)");
        all.put("maximum", "tf.maximum($0, $1)");
        all.put("minimum", "tf.minimum($0, $1)");
        all.put("where", "tf.where($0, $1, $2)");
        all.put("sum", "tf.reduce_sum($0)");
        all.put("mean", "tf.reduce_mean($0)");
        all.put("sumTo", "tf.reduce_sum($0, axis=$t)");
        all.put("maxTo", "tf.reduce_max($0, axis=$t)");
        all.put("reshape", "tf.reshape($0, $t)");
        all.put("broadcast", "tf.broadcast_to($0, $t)");
        all.put("permute", "tf.transpose($0, perm=$t)");
        all.put("concat", "tf.concat($0, axis=$t)");
        all.put("stopGradient", "tf.stop_gradient($0)");
        return all;
    }

    @Override
    public String label() {
        return "Python, TensorFlow";
    }

    @Override
    public Listing listing(Experiment experiment, int optimizer) {
        return Listing.of("walk_tensorflow.py", () -> text(new PythonProgram(experiment, optimizer, DIALECT)));
    }

    private static String text(PythonProgram program) {
        OptimizerSpec spec = program.spec();
        String made = made(spec);
        changesOnlyItsRate(program.stretches());
        program.begin(
                "tf.Variable($0, dtype=tf.float64)",
                "import tensorflow as tf",
                "",
                "tf.keras.backend.set_floatx(\"float64\")");
        if (program.isScheduled()) {
            program.rate();
        }
        program.add("", "", "# " + Header.line(spec.optimizer().formula()), "optimizer = " + made);
        program.add(program.loop());
        program.add("    with tf.GradientTape() as tape:");
        program.add("        value = " + program.seen("loss(params)", "loss_of_step(params, *data_of_step())"));
        program.add("    print(step, " + program.seen("value", "loss(params)")
                + ".numpy(), *[w.numpy().tolist() for w in params])");
        program.stopWhereNotFinite();
        if (program.isScheduled()) {
            program.add("    optimizer.learning_rate = rate(step)");
        }
        program.add("    gradients = tape.gradient(value, " + program.trained()
                + ", unconnected_gradients=tf.UnconnectedGradients.ZERO)");
        program.add("    optimizer.apply_gradients(zip(gradients, " + program.trained() + "))");
        return program.text();
    }

    /** Keras makes an optimizer of its settings once and for all, but for the learning rate. */
    private static void changesOnlyItsRate(Stretches stretches) {
        stretches
                .settings()
                .filter(setting -> !setting.name().equals("learningRate") && stretches.isChanging(setting.name()))
                .findFirst()
                .ifPresent(setting -> {
                    throw new UnlistedException(
                            "“" + setting.label() + "” changes on the way, which an optimizer of Keras"
                                    + " cannot be told; JAX and PyTorch can.");
                });
    }

    /** The optimizer of Keras. */
    private static String made(OptimizerSpec spec) {
        String name = OPTIMIZERS.get(spec.kind());
        if (name == null) {
            throw new UnlistedException(
                    "TensorFlow has no optimizer like " + spec.entry().label() + ".");
        }
        List<String> arguments = new ArrayList<>();
        for (Setting setting : spec.values().settings()) {
            arguments.add(argument(setting, spec.values().number(setting.name())));
        }
        for (Setting setting : spec.around().settings()) {
            double value = spec.around().number(setting.name());
            if (value != 0) {
                arguments.add(
                        (setting.name().equals("emaMomentum") ? "use_ema=True, " : "") + argument(setting, value));
            }
        }
        return "tf.keras.optimizers." + name + "(" + String.join(", ", arguments) + ")";
    }

    private static String argument(Setting setting, double value) {
        String name = SETTINGS.getOrDefault(setting.name(), PythonWords.snake(setting.name()));
        return name + "=" + PythonWords.value(setting, value);
    }
}
