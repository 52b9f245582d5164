package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Frames;
import org.fallline.web.worker.Studies;

/** The views that a reader can arrange, in their usual order. */
final class Views {
    private Views() {}

    /**
     * All of them, to be made one after the other: each takes a few milliseconds.
     *
     * @param studies makes those that take long
     * @param changed called when one of them may have something else to show
     */
    static List<Supplier<Tile>> all(Model model, Studies studies, Frames frames, Runnable changed) {
        List<Supplier<Tile>> tiles = figures(model, studies, frames, changed);
        // Beside the landscape of a model its prediction is looked for first, then its numbers.
        tiles.add(1, () -> new StepPanel(model, frames));
        tiles.add(() -> new CodeTile(model, changed));
        return tiles;
    }

    /** Those that need nothing else of the page, and so stand anywhere. */
    static List<Supplier<Tile>> figures(Model model, Studies studies, Frames frames, Runnable changed) {
        List<Supplier<Tile>> tiles = new ArrayList<>();
        PointedStep pointed = new PointedStep(changed);
        Responses responses = new Responses(model, frames, changed);
        List<Supplier<Figure>> usual = List.of(
                () -> new PredictionView(model, responses),
                () -> new NetworkView(model, responses, changed),
                () -> StepView.ofLosses(model, pointed, new TestSeries(model, studies, changed)));
        usual.forEach(figure -> tiles.add(() -> new FigureTile(figure.get(), model, changed)));
        // It is as high as its graph and its tape, so what stands below it would move.
        tiles.add(() -> new ComputationTile(model, frames, changed));
        List<Supplier<Figure>> others = List.of(
                () -> StepView.ofGradientNorms(model, pointed),
                () -> new LayersView(model, changed),
                () -> new HistogramsView(model, changed),
                () -> new RangeView(model, studies, changed),
                () -> new SweepView(model, studies, changed));
        others.forEach(figure -> tiles.add(() -> new FigureTile(figure.get(), model, changed)));
        tiles.add(() -> new TapeTile(model, changed));
        tiles.add(() -> new BlindfoldTile(model, changed));
        return tiles;
    }
}
