package org.fallline.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.json.Json;
import org.fallline.landscape.Window;

/**
 * The {@link Cut} as fields of a view's JSON.
 *
 * <pre>
 * plane     = "axes" | "random" | "pca" | "hessian" | "points" | "line"
 * axes      = [i, j]                              with "axes"
 * planeSeed = whole number                        with "random"
 * points    = [point, point, point?]              three with "points", two with "line"
 * point     = [number a parameter] | { optimizer, step }
 * window    = { u: [from, to], v: [from, to] }    v not with "line"
 * </pre>
 */
final class CutCodec {
    /** The coordinate across a line has no meaning, and one value so that equal cuts are equal. */
    private static final double[] ACROSS = {-1, 1};

    private CutCodec() {}

    /** What there is to choose from. */
    record Limits(int parameters, int optimizers, int steps) {
        int lastOptimizer() {
            return optimizers - 1;
        }
    }

    /** The step at which a plane of a kind goes through a walk if nothing is said: the last if it is a matter of the whole. */
    private static int anchor(PlaneSpec.Kind kind, int steps) {
        return kind == PlaneSpec.Kind.PRINCIPAL ? steps : 0;
    }

    static Cut read(Field view, Map<String, Field> fields, Limits limits) {
        Field named = fields.get("plane");
        PlaneSpec.Kind kind = named == null ? PlaneSpec.Kind.AXES : ViewCodec.spelled(named, PlaneSpec.Kind.values());
        only(fields, "axes", kind == PlaneSpec.Kind.AXES);
        only(fields, "planeSeed", kind == PlaneSpec.Kind.RANDOM);
        only(fields, "points", kind == PlaneSpec.Kind.POINTS || kind == PlaneSpec.Kind.LINE);
        if (named != null && kind != PlaneSpec.Kind.AXES && limits.parameters() < 2) {
            throw named.error("a problem of one parameter has no plane but \"axes\"");
        }
        Field window = fields.get("window");
        boolean isLine = kind == PlaneSpec.Kind.LINE || limits.parameters() == 1;
        return new Cut(
                plane(kind, view, fields, limits),
                ExperimentCodec.or(fields.get("walker"), f -> f.integer(0, limits.lastOptimizer()), 0),
                ExperimentCodec.or(
                        fields.get("anchor"), f -> f.integer(0, limits.steps()), anchor(kind, limits.steps())),
                ExperimentCodec.or(fields.get("follow"), Field::flag, false),
                window == null ? null : window(window, isLine));
    }

    private static void only(Map<String, Field> fields, String name, boolean has) {
        Field field = fields.get(name);
        if (field != null && !has) {
            throw field.error("this plane has no \"" + name + "\"");
        }
    }

    private static PlaneSpec plane(PlaneSpec.Kind kind, Field view, Map<String, Field> fields, Limits limits) {
        return switch (kind) {
            case AXES -> ExperimentCodec.or(fields.get("axes"), f -> axes(f, limits), Cut.DEFAULT.plane());
            case RANDOM ->
                new PlaneSpec.Random(ExperimentCodec.or(
                        fields.get("planeSeed"), f -> f.integer(Integer.MIN_VALUE, Integer.MAX_VALUE), 0));
            case PRINCIPAL -> new PlaneSpec.Principal();
            case CURVATURE -> new PlaneSpec.Curvature();
            case POINTS -> {
                List<Waypoint> points = points(view, fields, 3, limits);
                yield new PlaneSpec.Points(points.get(0), points.get(1), points.get(2));
            }
            case LINE -> {
                List<Waypoint> points = points(view, fields, 2, limits);
                yield new PlaneSpec.Line(points.get(0), points.get(1));
            }
        };
    }

    private static PlaneSpec axes(Field field, Limits limits) {
        List<Field> pair = field.items(2, 2);
        int last = limits.parameters() - 1;
        int right = pair.get(0).integer(0, last);
        int up = pair.get(1).integer(0, last);
        if (right == up) {
            throw field.error("expected two different parameters");
        }
        return new PlaneSpec.Axes(right, up);
    }

    private static List<Waypoint> points(Field view, Map<String, Field> fields, int count, Limits limits) {
        Field field = fields.get("points");
        if (field == null) {
            throw view.error("the field \"points\" is missing: this plane goes through " + count + " points");
        }
        return field.items(count, count).stream()
                .map(item -> waypoint(item, limits))
                .toList();
    }

    private static Waypoint waypoint(Field field, Limits limits) {
        if (field.json() instanceof Json.Arr) {
            return new Waypoint.Given(field.numbers(limits.parameters(), limits.parameters()));
        }
        Map<String, Field> fields = field.members(List.of("optimizer", "step"));
        int optimizer = ExperimentCodec.or(fields.get("optimizer"), f -> f.integer(0, limits.lastOptimizer()), 0);
        return new Waypoint.Walked(optimizer, field.require("step").integer(0, limits.steps()));
    }

    private static Window window(Field field, boolean isLine) {
        field.members(isLine ? List.of("u") : List.of("u", "v"));
        List<Double> u = field.require("u").numbers(2, 2);
        List<Double> v =
                isLine ? List.of(ACROSS[0], ACROSS[1]) : field.require("v").numbers(2, 2);
        try {
            return new Window(u.get(0), u.get(1), v.get(0), v.get(1));
        } catch (IllegalArgumentException e) {
            throw field.error(String.valueOf(e.getMessage()));
        }
    }

    static void write(Cut cut, int steps, Map<String, Json> fields) {
        PlaneSpec.Kind kind = cut.plane().kind();
        if (kind != Cut.DEFAULT.plane().kind()) {
            fields.put("plane", new Json.Str(kind.text()));
        }
        plane(cut.plane(), fields);
        if (cut.walker() != 0) {
            fields.put("walker", new Json.Num(cut.walker()));
        }
        if (cut.anchor() != anchor(kind, steps)) {
            fields.put("anchor", new Json.Num(cut.anchor()));
        }
        if (cut.follows()) {
            fields.put("follow", new Json.Bool(true));
        }
        Window window = cut.window();
        if (window != null) {
            fields.put("window", window(window));
        }
    }

    private static Json window(Window window) {
        Map<String, Json> ends = new LinkedHashMap<>();
        ends.put("u", Json.Arr.of(window.uMin(), window.uMax()));
        if (window.vMin() != ACROSS[0] || window.vMax() != ACROSS[1]) {
            ends.put("v", Json.Arr.of(window.vMin(), window.vMax()));
        }
        return new Json.Obj(ends);
    }

    /** Writes what distinguishes a plane from others of its kind. */
    private static void plane(PlaneSpec plane, Map<String, Json> fields) {
        if (plane instanceof PlaneSpec.Axes axes && !axes.equals(Cut.DEFAULT.plane())) {
            fields.put("axes", Json.Arr.of(axes.horizontal(), axes.vertical()));
        }
        if (plane instanceof PlaneSpec.Random random && random.seed() != 0) {
            fields.put("planeSeed", new Json.Num(random.seed()));
        }
        if (!plane.waypoints().isEmpty()) {
            fields.put(
                    "points",
                    new Json.Arr(plane.waypoints().stream().map(CutCodec::point).toList()));
        }
    }

    private static Json point(Waypoint point) {
        return point.accept(new Waypoint.Visitor<Json>() {
            @Override
            public Json walked(Waypoint.Walked waypoint) {
                Map<String, Json> fields = new LinkedHashMap<>();
                if (waypoint.optimizer() != 0) {
                    fields.put("optimizer", new Json.Num(waypoint.optimizer()));
                }
                fields.put("step", new Json.Num(waypoint.step()));
                return new Json.Obj(fields);
            }

            @Override
            public Json given(Waypoint.Given waypoint) {
                return ExperimentCodec.numbers(waypoint.params());
            }
        });
    }
}
