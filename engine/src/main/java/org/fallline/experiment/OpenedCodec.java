package org.fallline.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
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
 * </pre>
 */
final class OpenedCodec {
    private static final int MOST_GROUPS = 100;

    private OpenedCodec() {}

    /** {@code ops} tells how many there are on the tape. */
    static Opened read(Field field, IntSupplier ops) {
        Map<String, Field> fields = field.members(List.of("pass", "node", "open"));
        Field open = fields.get("open");
        List<Integer> groups = null;
        if (open != null) {
            groups = new ArrayList<>();
            for (Field group : open.items(0, MOST_GROUPS)) {
                groups.add(group.integer(0, MOST_GROUPS - 1));
            }
        }
        return new Opened(moment(field, fields, ops), groups);
    }

    private static @Nullable Moment moment(Field field, Map<String, Field> fields, IntSupplier ops) {
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
        return new Moment(known, field.require("node").integer(1, ops.getAsInt()));
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
        return new Json.Obj(fields);
    }
}
