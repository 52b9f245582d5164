package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.web.model.EmbedOptions;
import org.fallline.web.model.EmbedOptions.Control;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.PageScript;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** What an embed consists of beside the landscape and the bar of time. */
final class Embed {
    private Embed() {}

    /** Makes the page look as its options say, before there is anything to see. */
    static void dress(EmbedOptions options) {
        if (!options.theme().isEmpty()) {
            Appearance.choose(options.theme());
        }
        String name = Window.current().getName();
        if (!name.isEmpty()) {
            // As the page around it calls it: it may have several, whose parts must not be called the same.
            Html.setText(Html.byId("embed-name"), name);
        }
        Html.setVisible(Html.byId("map"), options.hasLandscape());
        Html.setClass(Html.byId("time"), "bare", !options.has(Control.TIME));
        Html.setVisible(Html.byId("open"), options.isLinked());
        Html.setVisible(Html.byId("time"), options.isLinked() || options.has(Control.TIME));
        Html.setVisible(Html.byId("optimizers-panel"), options.has(Control.OPTIMIZERS));
        Html.setVisible(Html.byId("numbers"), options.has(Control.NUMBERS));
        if (options.isSized()) {
            HTMLElement body = HTMLDocument.current().getBody();
            body.setAttribute("data-sized", "");
            Browser.onResize(body, () -> PageScript.tellSize(body.getOffsetHeight()));
        }
    }

    /**
     * The panels that the options ask for.
     *
     * @throws IllegalArgumentException if there is no such view, with those that there are
     */
    static List<Panel> panels(EmbedOptions options, Model model, List<Tile> tiles) {
        List<Panel> panels = new ArrayList<>();
        HTMLElement place = Html.byId("views-embed");
        boolean hasViews = false;
        boolean isWide = false;
        for (String view : options.views()) {
            if (!view.equals(EmbedOptions.LANDSCAPE)) {
                Tile tile = tile(view, tiles);
                place.appendChild(tile.element());
                tile.element().setAttribute("aria-labelledby", "view-" + tile.name() + " embed-name");
                if (!options.isSized()) {
                    tile.fill();
                }
                panels.add(tile);
                hasViews = true;
                isWide |= tile instanceof ComputationTile;
            }
        }
        // A style sheet could ask for that itself, and the browser would style all menus again whenever a text changes.
        Html.setClass((HTMLElement) place.getParentNode(), "beside", hasViews && options.hasLandscape() && !isWide);
        if (options.has(Control.OPTIMIZERS)) {
            panels.add(new OptimizersPanel(model));
        }
        if (options.has(Control.NUMBERS)) {
            panels.add(new LinearPanel(model));
            panels.add(new StartPanel(model));
        }
        return panels;
    }

    private static Tile tile(String name, List<Tile> tiles) {
        for (Tile tile : tiles) {
            if (tile.name().equals(name)) {
                return tile;
            }
        }
        List<String> names = new ArrayList<>(List.of(EmbedOptions.LANDSCAPE));
        tiles.forEach(tile -> names.add(tile.name()));
        throw new IllegalArgumentException(
                "view: expected some of " + String.join(", ", names) + ", but found " + name);
    }
}
