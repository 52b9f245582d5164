package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fallline.landscape.Window;
import org.junit.jupiter.api.Test;

class ClipTest {
    private final Clip clip = new Clip(new PlotArea(new Window(0, 1, 0, 1), 0, 0, 10, 10));

    @Test
    void pointsInside_stayOnePiece() {
        assertEquals("[1,1 5,9 10,0]", pieces(1, 1, 5, 9, 10, 0));
    }

    @Test
    void lineThatLeavesAndReturns_isCutAtTheEdge() {
        assertEquals("[2,5 10,5][10,7 2,7]", pieces(2, 5, 12, 5, 12, 7, 2, 7));
    }

    @Test
    void lineAcross_isCutAtBothEdges() {
        assertEquals("[0,5 10,5]", pieces(-10, 5, 30, 5));
        assertEquals("", pieces(-10, 5, 5, 30, 30, 30));
    }

    @Test
    void infiniteAndUndefinedPoints_endAPiece() {
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals("[1,1 2,2]", pieces(1, 1, 2, 2, Double.NaN, 3, 4, 4));
        assertEquals("[5,5 5,0]", pieces(5, 5, 5, -infinity));
        assertEquals("[5,5 10,5]", pieces(5, 5, 1e308, 5, infinity, 5));
    }

    private String pieces(double... xy) {
        double[] x = new double[xy.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = xy[2 * i];
            y[i] = xy[2 * i + 1];
        }
        List<Clip.Piece> pieces = clip.pieces(x, y, x.length);
        StringBuilder text = new StringBuilder();
        for (Clip.Piece piece : pieces) {
            text.append('[');
            for (int i = 0; i < piece.x().length; i++) {
                text.append(i == 0 ? "" : " ").append(Math.round(piece.x()[i]));
                text.append(',').append(Math.round(piece.y()[i]));
            }
            text.append(']');
        }
        return text.toString();
    }
}
