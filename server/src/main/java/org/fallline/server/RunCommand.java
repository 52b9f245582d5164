package org.fallline.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Walker;
import org.fallline.json.Json;
import org.fallline.json.JsonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code run}: prints one line of JSON for every optimizer and step, step 0 being the start.
 *
 * <p>A line is written before the next step is computed, so a run of any length needs the memory of one state.
 */
@Command(
        name = "run",
        description = {
            "Prints a JSON object a line for every optimizer and step, step 0 being the start: the parameters, and the"
                    + " loss and the gradient there. Numbers that are not finite are null; where they end a run early,"
                    + " its last line says why in \"ended\"."
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SPEC.json", description = "The experiment; - for standard input.")
    private String spec = "";

    private final Console console;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Experiment experiment = SpecFile.read(spec, console);
        Run run = Run.of(experiment);
        for (int optimizer = 0; optimizer < experiment.optimizers().size(); optimizer++) {
            Walker walker = run.walkerAt(optimizer, 0);
            print(optimizer, walker);
            boolean on = experiment.optimizers().get(optimizer).on();
            while (on && walker.step() < experiment.steps() && walker.ending() == null) {
                walker.advance();
                print(optimizer, walker);
            }
        }
        if (console.out().checkError()) {
            throw new CommandException("the output could not be written");
        }
        return 0;
    }

    private void print(int optimizer, Walker walker) {
        Map<String, Json> line = new LinkedHashMap<>();
        line.put("optimizer", new Json.Num(optimizer));
        line.put("step", new Json.Num(walker.step()));
        line.put("loss", Json.number(walker.loss()));
        line.put("params", Json.Arr.of(walker.params()));
        line.put("gradient", Json.Arr.of(walker.gradient()));
        String ending = walker.ending();
        if (ending != null) {
            line.put("ended", new Json.Str(ending));
        }
        console.out().println(JsonWriter.write(new Json.Obj(line)));
    }
}
