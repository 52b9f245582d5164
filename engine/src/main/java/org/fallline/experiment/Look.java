package org.fallline.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * How a landscape is drawn.
 *
 * @param scale how losses become heights and places on the colour map
 * @param colors the colour map
 * @param shaded whether slopes are lit as hills are
 * @param projection a map from above, or a surface
 * @param camera from where the surface is looked at
 * @param layers facts that are drawn on it, each once, in the order of {@link Layer}
 */
public record Look(
        Scale scale, Colors colors, boolean shaded, Projection projection, Camera camera, List<Layer> layers) {
    /** How losses become colours. */
    public enum Scale implements Spelled {
        /** In proportion. */
        LINEAR("linear"),
        /** By their logarithm. */
        LOG("log"),
        /** By their rank among all: every colour covers as much of the map. */
        RANK("rank");

        private final String text;

        Scale(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** The colour maps. */
    public enum Colors implements Spelled {
        /** Our own, in a light and a dark form. */
        FELL("fell"),
        VIRIDIS("viridis"),
        CIVIDIS("cividis");

        private final String text;

        Colors(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** How a landscape comes onto the page. */
    public enum Projection implements Spelled {
        /** A map with isolines. */
        CONTOUR("contour"),
        /** A surface seen from the side. */
        SURFACE("surface");

        private final String text;

        Projection(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** A lit map of logarithms, with nothing drawn on it. */
    public static final Look DEFAULT =
            new Look(Scale.LOG, Colors.FELL, true, Projection.CONTOUR, Camera.DEFAULT, List.of());

    public Look {
        List<Layer> ordered = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            if (layers.contains(layer)) {
                ordered.add(layer);
            }
        }
        layers = List.copyOf(ordered);
    }

    public Look withScale(Scale changed) {
        return new Look(changed, colors, shaded, projection, camera, layers);
    }

    public Look withColors(Colors changed) {
        return new Look(scale, changed, shaded, projection, camera, layers);
    }

    public Look withShading(boolean changed) {
        return new Look(scale, colors, changed, projection, camera, layers);
    }

    public Look withProjection(Projection changed) {
        return new Look(scale, colors, shaded, changed, camera, layers);
    }

    public Look withCamera(Camera changed) {
        return new Look(scale, colors, shaded, projection, changed, layers);
    }

    /** With a layer, or without it. */
    public Look withLayer(Layer layer, boolean drawn) {
        List<Layer> changed = new ArrayList<>(layers);
        changed.remove(layer);
        if (drawn) {
            changed.add(layer);
        }
        return new Look(scale, colors, shaded, projection, camera, changed);
    }
}
