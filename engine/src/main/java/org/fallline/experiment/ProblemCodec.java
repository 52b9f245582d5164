package org.fallline.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Entry;
import org.fallline.json.Json;
import org.fallline.problem.Columns;
import org.fallline.problem.Formula;
import org.fallline.problem.Interval;
import org.fallline.problem.ProblemSpec;
import org.fallline.problem.TestFunctions;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** The {@code problem} of an experiment as JSON. */
final class ProblemCodec implements ProblemSpec.Visitor<Map<String, Json>> {
    /** The largest matrix that is read: rows, and numbers a row. */
    private static final int MAX_ROWS = 1000;

    private static final int MAX_COLUMNS = 100;

    private ProblemCodec() {}

    static ProblemSpec read(Field field) {
        Field kind = field.require("kind");
        return switch (kind.text(MAX_COLUMNS)) {
            case "function" -> function(field);
            case "linear" -> linear(field);
            case "network" -> NetworkCodec.read(field);
            default -> throw kind.error("unknown kind of problem; the kinds are function, linear, network");
        };
    }

    private static ProblemSpec function(Field field) {
        Map<String, Field> fields = field.members(List.of("kind", "name", "formula", "data", "domain"));
        Field name = fields.get("name");
        Field formula = fields.get("formula");
        if ((name == null) == (formula == null)) {
            throw field.error("expected either a name or a formula");
        }
        Field data = fields.get("data");
        if (name != null && data != null) {
            throw data.error("data goes with a formula, not with a test function");
        }
        Map<String, Interval> domain = new LinkedHashMap<>();
        Field domains = fields.get("domain");
        if (domains != null) {
            domains.anyMembers().forEach((variable, interval) -> domain.put(variable, interval(interval)));
        }
        if (name != null) {
            Entry<?> entry = TestFunctions.CATALOGUE.find(name.text(Experiment.MAX_TITLE));
            if (entry == null) {
                throw name.error("unknown test function; the test functions are " + TestFunctions.CATALOGUE.names());
            }
            return new ProblemSpec.Function(entry.name(), "", domain);
        }
        String text = field.require("formula").text(Formula.MAX_LENGTH);
        if (text.isBlank()) {
            throw field.require("formula").error("the formula is empty: expected something like x^2 + y^2");
        }
        return new ProblemSpec.Function("", text, data == null ? Columns.NONE : columns(data), domain);
    }

    private static Columns columns(Field field) {
        Map<String, Field> members = field.anyMembers();
        if (members.size() > MAX_COLUMNS) {
            throw field.error("expected at most " + MAX_COLUMNS + " columns but found " + members.size());
        }
        Map<String, Tensor> values = new LinkedHashMap<>();
        int rows = 0;
        for (Map.Entry<String, Field> member : members.entrySet()) {
            Field column = member.getValue();
            try {
                Columns.requireName(member.getKey());
            } catch (IllegalArgumentException e) {
                throw column.error(String.valueOf(e.getMessage()));
            }
            // Each column is as long as the first, and the error names the column that is not.
            List<Double> numbers = column.numbers(rows == 0 ? 1 : rows, rows == 0 ? MAX_ROWS : rows);
            rows = numbers.size();
            values.put(member.getKey(), vector(numbers));
        }
        return new Columns(values);
    }

    private static Tensor vector(List<Double> numbers) {
        return Tensor.vector(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Interval interval(Field field) {
        List<Double> ends = field.numbers(2, 2);
        try {
            return new Interval(ends.get(0), ends.get(1));
        } catch (IllegalArgumentException e) {
            throw field.error(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemSpec linear(Field field) {
        field.members(List.of("kind", "x", "y", "W", "b"));
        Tensor biases = vector(field.require("b").numbers(1, MAX_COLUMNS));
        return new ProblemSpec.Linear(
                matrix(field.require("x")), matrix(field.require("y")), matrix(field.require("W")), biases);
    }

    private static Tensor matrix(Field field) {
        List<Field> rows = field.items(1, MAX_ROWS);
        double[][] values = new double[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            // Each row is as long as the first, and the error names the row that is not.
            int columns = i == 0 ? 0 : values[0].length;
            values[i] = rows.get(i).numbers(i == 0 ? 1 : columns, i == 0 ? MAX_COLUMNS : columns).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        return Tensor.matrix(values);
    }

    static Json write(ProblemSpec spec) {
        return new Json.Obj(spec.accept(new ProblemCodec()));
    }

    @Override
    public Map<String, Json> function(ProblemSpec.Function spec) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", new Json.Str("function"));
        if (spec.name().isEmpty()) {
            fields.put("formula", new Json.Str(spec.formula()));
        } else {
            fields.put("name", new Json.Str(spec.name()));
        }
        if (!spec.data().values().isEmpty()) {
            Map<String, Json> data = new LinkedHashMap<>();
            spec.data().values().forEach((column, values) -> data.put(column, Json.Arr.of(values.toArray())));
            fields.put("data", new Json.Obj(data));
        }
        if (!spec.domain().isEmpty()) {
            Map<String, Json> domain = new LinkedHashMap<>();
            // In the order of the variables: equal domains have equal texts, however they were written.
            for (String name : spec.problem().layout().names()) {
                Interval interval = spec.domain().get(name);
                if (interval != null) {
                    domain.put(name, Json.Arr.of(interval.from(), interval.to()));
                }
            }
            fields.put("domain", new Json.Obj(domain));
        }
        return fields;
    }

    @Override
    public Map<String, Json> linear(ProblemSpec.Linear spec) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("kind", new Json.Str("linear"));
        fields.put("x", nested(spec.x()));
        fields.put("y", nested(spec.y()));
        fields.put("W", nested(spec.w()));
        fields.put("b", Json.Arr.of(spec.b().toArray()));
        return fields;
    }

    @Override
    public Map<String, Json> network(ProblemSpec.Network spec) {
        return NetworkCodec.write(spec);
    }

    private static Json nested(Tensor matrix) {
        Shape shape = matrix.shape();
        Json[] rows = new Json[shape.extent(0)];
        for (int i = 0; i < rows.length; i++) {
            double[] row = new double[shape.extent(1)];
            for (int j = 0; j < row.length; j++) {
                row[j] = matrix.at(i * row.length + j);
            }
            rows[i] = Json.Arr.of(row);
        }
        return new Json.Arr(List.of(rows));
    }
}
