package org.fallline.code;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fallline.experiment.Experiment;

/** Python with JAX: {@code jax.value_and_grad}, with the update rule written out. */
final class Jax implements Language {
    static final PythonDialect DIALECT =
            new PythonDialect("JAX", "jnp.array($0)", "jnp.asarray($0, dtype=jnp.float64)", functions());

    private static Map<String, String> functions() {
        Map<String, String> all = new TreeMap<>();
        for (String name : List.of(
                "abs",
                "cos",
                "cosh",
                "exp",
                "expm1",
                "log",
                "log1p",
                "mean",
                "sign",
                "sin",
                "sinh",
                "sqrt",
                "sum",
                "tanh",
                "transpose")) {
            all.put(name, "jnp." + name + "($0)");
        }
        for (String name : List.of("acos", "acosh", "asin", "asinh", "atan", "atanh")) {
            all.put(name, "jnp.arc" + name.substring(1) + "($0)");
        }
        for (String name : List.of("relu", "sigmoid", "softplus")) {
            all.put(name, "jax.nn." + name + "($0)");
        }
        all.put("erf", "jax.scipy.special.erf($0)");
        all.put("identity", "jnp.asarray($0)");
        all.put("maximum", "jnp.maximum($0, $1)");
        all.put("minimum", "jnp.minimum($0, $1)");
        all.put("where", "jnp.where($0, $1, $2)");
        all.put("sumTo", "jnp.sum($0, axis=$t)");
        all.put("maxTo", "jnp.max($0, axis=$t)");
        all.put("reshape", "jnp.reshape($0, $t)");
        all.put("broadcast", "jnp.broadcast_to($0, $t)");
        all.put("permute", "jnp.transpose($0, $t)");
        all.put("concat", "jnp.concatenate($0, axis=$t)");
        all.put("stopGradient", "jax.lax.stop_gradient($0)");
        return all;
    }

    @Override
    public String label() {
        return "Python, JAX";
    }

    @Override
    public Listing listing(Experiment experiment, int optimizer) {
        return Listing.of("walk_jax.py", () -> text(new PythonProgram(experiment, optimizer, DIALECT)));
    }

    private static String text(PythonProgram program) {
        program.begin(
                "jnp.array($0)",
                "import jax",
                "import jax.numpy as jnp",
                "import jax.scipy.special",
                "",
                "jax.config.update(\"jax_enable_x64\", True)");
        program.rate();
        program.add("", "");
        program.add(Rules.lines(program.spec(), program.stretches(), "jnp"));
        program.add("", "");
        program.add("value_and_gradients = jax.jit(jax.value_and_grad(" + program.seen("loss", "loss_of_step") + "))");
        program.add("state = [start(w) for w in params]", program.loop());
        program.add("    value, gradients = value_and_gradients(" + program.seen("params", "params, *data_of_step()")
                + ")");
        program.add(
                "    print(step, " + program.seen("value", "loss(params)") + ".item(), *[w.tolist() for w in params])");
        program.stopWhereNotFinite();
        program.add("    " + program.loopOverGradients());
        program.add("        params[i], state[i] = update(step + 1, rate(step), params[i], g, state[i])");
        return program.text();
    }
}
