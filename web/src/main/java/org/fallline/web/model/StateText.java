package org.fallline.web.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.Trajectory;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a script is told of the page, as JSON.
 *
 * <pre>
 * {"experiment": …, "step": 12, "steps": 150, "playing": false, "optimizers": [
 *   {"label": "SGD", "on": true, "step": 12, "loss": 0.5, "params": […], "gradient": […], "ended": "The loss became …"}]}
 * </pre>
 *
 * <p>An optimizer's step is its last one if it could not go on; {@code ended} then says why. A number that is not finite is null.
 */
public final class StateText {
    private StateText() {}

    public static String write(Model model) {
        Experiment experiment = model.experiment();
        int step = model.state().step();
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("experiment", JsonReader.read(ExperimentCodec.write(experiment)));
        fields.put("step", new Json.Num(step));
        fields.put("steps", new Json.Num(experiment.steps()));
        fields.put("playing", new Json.Bool(model.state().playing()));
        List<Json> optimizers = new ArrayList<>();
        for (int i = 0; i < experiment.optimizers().size(); i++) {
            optimizers.add(optimizer(experiment, i, model.trajectory(i), step));
        }
        fields.put("optimizers", new Json.Arr(optimizers));
        return JsonWriter.write(new Json.Obj(fields));
    }

    private static Json optimizer(Experiment experiment, int index, @Nullable Trajectory walk, int step) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("label", new Json.Str(experiment.optimizers().get(index).label()));
        fields.put("on", new Json.Bool(experiment.optimizers().get(index).on()));
        if (walk != null) {
            int at = Math.min(step, walk.length() - 1);
            fields.put("step", new Json.Num(at));
            fields.put("loss", Json.number(walk.loss(at)));
            fields.put("params", Json.Arr.of(walk.params(at)));
            fields.put("gradient", Json.Arr.of(walk.gradient(at)));
            String ending = walk.ending();
            if (ending != null) {
                fields.put("ended", new Json.Str(ending));
            }
        }
        return new Json.Obj(fields);
    }
}
