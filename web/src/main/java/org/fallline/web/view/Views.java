package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Frames;

/** The views that a reader can arrange, in their usual order. */
final class Views {
    private Views() {}

    /**
     * All of them.
     *
     * @param changed called when one of them may have something else to show
     */
    static List<Tile> all(Model model, Frames frames, Runnable changed) {
        List<Tile> tiles = new ArrayList<>();
        PointedStep pointed = new PointedStep(changed);
        List<Figure> figures = List.of(StepView.ofLosses(model, pointed), StepView.ofGradientNorms(model, pointed));
        for (Figure figure : figures) {
            tiles.add(new FigureTile(figure, model, changed));
        }
        tiles.add(new StepPanel(model, frames));
        return tiles;
    }
}
