package org.fallline.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Moment;
import org.fallline.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a computation as a view's {@code computation}.
 *
 * <pre>
 * pass = "forward" | "loss" | "backward"      nothing once all is done
 * node = number of the op on the tape         from 1, in the order of recording; not with "loss"
 * open = [number of a group, ...]             from 0: layers in order, then the loss; nothing for the usual ones
 * tensor = name on the tape                   whose value and gradient are opened; nothing for none
 * compare = true                              every gradient beside its central differences
 * edges = "weights" | "gradients" | "errors"  what a network's figure shows; nothing for weights
 * example = number of an example               whose errors they are, from 1; nothing for the mean of all
 * </pre>
 */
final class OpenedCodec {
    private static final int MOST_GROUPS = 100;
    private static final int MOST_NAMED = 12;

    private OpenedCodec() {}

    /** {@code graph} makes what is computed. */
    static Opened read(Field field, Supplier<Graph> graph) {
        Map<String, Field> fields =
                field.members(List.of("pass", "node", "open", "tensor", "compare", "edges", "example"));
        Field open = fields.get("open");
        List<Integer> groups = null;
        if (open != null) {
            groups = new ArrayList<>();
            for (Field group : open.items(0, MOST_GROUPS)) {
                groups.add(group.integer(0, MOST_GROUPS - 1));
            }
        }
        return new Opened(
                moment(field, fields, graph),
                groups,
                ExperimentCodec.or(fields.get("tensor"), f -> tensor(f, graph), ""),
                ExperimentCodec.or(fields.get("compare"), Field::flag, false),
                ExperimentCodec.or(fields.get("edges"), f -> ViewCodec.spelled(f, Edges.values()), Edges.WEIGHTS),
                ExperimentCodec.or(fields.get("example"), f -> f.integer(1, Opened.MOST_EXAMPLES), 0));
    }

    private static String tensor(Field field, Supplier<Graph> graph) {
        String name = field.text(Experiment.MAX_TITLE);
        Graph made = graph.get();
        if (made.named(name) == null) {
            List<String> names = made.nodes().stream()
                    .map(made::name)
                    .distinct()
                    .limit(MOST_NAMED)
                    .toList();
            throw field.error("nothing on the tape has this name; there are " + String.join(", ", names));
        }
        return name;
    }

    private static @Nullable Moment moment(Field field, Map<String, Field> fields, Supplier<Graph> graph) {
        Field pass = fields.get("pass");
        Field node = fields.get("node");
        if (pass == null) {
            if (node != null) {
                throw field.error(
                        "the field \"pass\" is missing: a node is computed forward and differentiated backward");
            }
            return null;
        }
        Moment.Pass known = ViewCodec.spelled(pass, Moment.Pass.values(), Moment.Pass::text);
        if (known == Moment.Pass.LOSS) {
            if (node != null) {
                throw node.error("the loss is the last node");
            }
            return Moment.LOSS;
        }
        return new Moment(
                known, field.require("node").integer(1, graph.get().operations().size()));
    }

    static Json write(Opened opened) {
        Map<String, Json> fields = new LinkedHashMap<>();
        Moment moment = opened.moment();
        if (moment != null) {
            fields.put("pass", new Json.Str(moment.pass().text()));
            if (moment.op() > 0) {
                fields.put("node", new Json.Num(moment.op()));
            }
        }
        List<Integer> groups = opened.groups();
        if (groups != null) {
            fields.put(
                    "open",
                    new Json.Arr(groups.stream()
                            .map(group -> (Json) new Json.Num(group))
                            .toList()));
        }
        if (!opened.tensor().isEmpty()) {
            fields.put("tensor", new Json.Str(opened.tensor()));
        }
        if (opened.compared()) {
            fields.put("compare", new Json.Bool(true));
        }
        ViewCodec.spell(fields, "edges", opened.edges(), Edges.WEIGHTS);
        if (opened.example() != 0) {
            fields.put("example", new Json.Num(opened.example()));
        }
        return new Json.Obj(fields);
    }
}
