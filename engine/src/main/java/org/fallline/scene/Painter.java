package org.fallline.scene;

/** Where marks become visible: one method a kind, called in the order of painting. Painters do not clip. */
public interface Painter {
    void raster(Mark.Raster raster);

    void area(Mark.Area area);

    void line(Mark.Line line);

    void dot(Mark.Dot dot);

    void arrow(Mark.Arrow arrow);

    /** Paints the quadrilaterals one by one; a painter of pixels does better with {@link MeshRaster}. */
    default void mesh(Mark.Mesh mesh) {
        for (int i = 0; i < mesh.count(); i++) {
            area(mesh.area(i));
        }
    }

    void label(Mark.Label label);
}
