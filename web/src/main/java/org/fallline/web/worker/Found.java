package org.fallline.web.worker;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.CriticalPoints;
import org.fallline.landscape.GradientField;
import org.fallline.landscape.Window;
import org.fallline.survey.Findings;
import org.fallline.survey.Slice;

/**
 * What was found on the part of a slice that was asked about.
 *
 * <pre>
 * numbers = columns rows du dv plateau complete evaluations point*      columns = 0 without a field
 * point   = u v loss gradientNorm largest smallest kind
 * </pre>
 */
record Found(int id, Findings findings) {
    static final String KIND = "found";

    Message message() {
        return Message.of(KIND, id, "", numbers(findings));
    }

    /** Reads an answer about a part of a slice. */
    static Found of(Message message, Slice slice, Window window) {
        return new Found(message.getId(), read(slice, window, new Unpack(message)));
    }

    static double[] numbers(Findings findings) {
        GradientField field = findings.field();
        CriticalPoints critical = findings.critical();
        Pack pack = new Pack()
                .add(field.columns())
                .add(field.rows())
                .add(field.du())
                .add(field.dv())
                .add(critical.plateau() ? 1 : 0)
                .add(critical.complete() ? 1 : 0)
                .add(critical.evaluations());
        for (CriticalPoint point : critical.points()) {
            pack.add(point.u())
                    .add(point.v())
                    .add(point.loss())
                    .add(point.gradientNorm())
                    .add(point.largest())
                    .add(point.smallest())
                    .add(point.kind(), CriticalPoint.Kind.values());
        }
        return pack.numbers();
    }

    static Findings read(Slice slice, Window window, Unpack unpack) {
        int columns = unpack.whole();
        int rows = unpack.whole();
        double[] du = unpack.array();
        double[] dv = unpack.array();
        GradientField field = new GradientField(window, columns, rows, du, dv);
        boolean plateau = unpack.whole() == 1;
        boolean complete = unpack.whole() == 1;
        int evaluations = unpack.whole();
        List<CriticalPoint> points = new ArrayList<>();
        while (unpack.hasMore()) {
            points.add(new CriticalPoint(
                    unpack.number(),
                    unpack.number(),
                    unpack.number(),
                    unpack.number(),
                    unpack.number(),
                    unpack.number(),
                    unpack.one(CriticalPoint.Kind.values())));
        }
        return new Findings(slice, window, field, new CriticalPoints(points, plateau, complete, evaluations));
    }
}
