package org.fallline.code;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;

/**
 * Python with PyTorch: {@code torch.optim} where its rule is this engine's, else the rule written out.
 *
 * <p>Source: PyTorch's documentation of {@code torch.optim}. Its Adagrad, RMSprop and the rules of Adam's family add epsilon elsewhere
 * than Keras does, so that their numbers would differ.
 */
final class PyTorch implements Language {
    static final PythonDialect DIALECT = new PythonDialect(
            "PyTorch", "torch.tensor($0, dtype=torch.float64)", "($0).to(torch.float64)", functions());

    private static Map<String, String> functions() {
        Map<String, String> all = new TreeMap<>();
        for (String name : List.of(
                "abs", "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "erf", "exp", "expm1", "log",
                "log1p", "mean", "relu", "sigmoid", "sign", "sin", "sinh", "sqrt", "sum", "tanh")) {
            all.put(name, "torch." + name + "($0)");
        }
        all.put("identity", "torch.clone($0)");
        // The library's own softplus is a straight line from 20 on.
        all.put("softplus", "torch.logaddexp($0, torch.zeros((), dtype=torch.float64))");
        all.put("maximum", "torch.maximum($0, $1)");
        all.put("minimum", "torch.minimum($0, $1)");
        all.put("where", "torch.where($0, $1, $2)");
        all.put("transpose", "torch.t($0)");
        all.put("sumTo", "torch.sum($0, dim=$t)");
        all.put("maxTo", "torch.amax($0, dim=$t)");
        all.put("reshape", "torch.reshape($0, $t)");
        all.put("broadcast", "torch.broadcast_to($0, $t)");
        all.put("permute", "torch.permute($0, $t)");
        all.put("concat", "torch.cat($0, dim=$t)");
        all.put("stopGradient", "torch.Tensor.detach($0)");
        return all;
    }

    @Override
    public String label() {
        return "Python, PyTorch";
    }

    @Override
    public Listing listing(Experiment experiment, int optimizer) {
        return Listing.of("walk_pytorch.py", () -> text(new PythonProgram(experiment, optimizer, DIALECT)));
    }

    private static String text(PythonProgram program) {
        program.begin("torch.tensor($0, dtype=torch.float64, requires_grad=True)", "import torch");
        String value = "    value = " + program.seen("loss(params)", "loss_of_step(params, *data_of_step())");
        String print =
                "    print(step, " + program.seen("value", "loss(params)") + ".item(), *[w.tolist() for w in params])";
        if (program.isPlain() && program.spec().kind().equals("sgd")) {
            program.add("", "", "# " + Header.line(program.spec().optimizer().formula()));
            program.add("optimizer = " + sgd(program.spec(), program.trained()));
            program.add(program.loop(), "    optimizer.zero_grad()", value, print);
            program.stopWhereNotFinite();
            program.add("    value.backward()", "    optimizer.step()");
            return program.text();
        }
        program.rate();
        program.add("", "");
        program.add(Rules.lines(program.spec(), program.stretches(), "torch"));
        program.add("", "", "state = [start(w) for w in params]", program.loop(), value, print);
        program.stopWhereNotFinite();
        program.add("    gradients = torch.autograd.grad(value, params, materialize_grads=True)");
        program.add("    with torch.no_grad():");
        program.add("        " + program.loopOverGradients());
        program.add("            moved, state[i] = update(step + 1, rate(step), params[i], g, state[i])");
        program.add("            params[i].copy_(moved)");
        return program.text();
    }

    /** Both add up slopes before the rate is applied or after it, which is the same as long as the rate is. */
    private static String sgd(OptimizerSpec spec, String trained) {
        double momentum = spec.values().number("momentum");
        boolean nesterov = spec.values().flag("nesterov") && momentum > 0;
        return "torch.optim.SGD(" + trained + ", lr="
                + Literals.finite(spec.values().number("learningRate"))
                + (momentum > 0 ? ", momentum=" + Literals.finite(momentum) : "")
                + (nesterov ? ", nesterov=True)" : ")");
    }
}
