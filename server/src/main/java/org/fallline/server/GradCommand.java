package org.fallline.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.json.Json;
import org.fallline.json.JsonWriter;
import org.fallline.math.Decimal;
import org.fallline.problem.Formula;
import org.fallline.problem.FormulaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code grad}: the value of a formula and its partial derivatives at a point. */
@Command(
        name = "grad",
        description = "Prints the value of a formula and its gradient as JSON, in full double precision:"
                + " grad \"x^2*sin(y)\" x=1 y=2. A number that is not finite is null.")
final class GradCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FORMULA", description = "A formula in any number of variables.")
    private String formula = "";

    @Parameters(index = "1..*", paramLabel = "NAME=NUMBER", description = "A number for each variable.")
    private Map<String, String> point = new LinkedHashMap<>();

    private final Console console;

    GradCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Formula parsed;
        try {
            parsed = Formula.parse(formula);
        } catch (FormulaException e) {
            throw CommandException.pointing(String.valueOf(e.getMessage()), formula, e.position());
        }
        List<String> variables = parsed.variables();
        for (String name : point.keySet()) {
            if (!variables.contains(name)) {
                throw new CommandException("the formula has no variable " + name + "; it has " + variables);
            }
        }
        double[] params = new double[variables.size()];
        for (int i = 0; i < params.length; i++) {
            params[i] = number(variables.get(i));
        }
        ValueAndGradient function = ValueAndGradient.of(ParameterLayout.scalars(variables), parsed::apply);
        double[] derivatives = new double[params.length];
        double value = function.valueAndGradient(params, derivatives);
        Map<String, Json> gradient = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i++) {
            gradient.put(variables.get(i), Json.number(derivatives[i]));
        }
        Map<String, Json> answer = new LinkedHashMap<>();
        answer.put("value", Json.number(value));
        answer.put("gradient", new Json.Obj(gradient));
        console.out().println(JsonWriter.write(new Json.Obj(answer)));
        return 0;
    }

    private double number(String variable) {
        String text = point.get(variable);
        if (text == null) {
            throw new CommandException("the variable " + variable + " needs a number: " + variable + "=1");
        }
        try {
            double number = Decimal.parse(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (IllegalArgumentException e) {
            // told below, with the variable's name
        }
        throw new CommandException(variable + " is \"" + text + "\"; expected a finite number such as 1, -0.5 or 2e3");
    }
}
