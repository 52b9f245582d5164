package org.fallline.web.worker;

/**
 * Asks a worker about a point of parameter space.
 *
 * <pre>
 * numbers = params                         kind = point      answered by {@link Noted}
 *                                          kind = standing   answered by {@link Stood}
 * text    = by {@link Subject}
 * </pre>
 *
 * @param params not modified
 */
@SuppressWarnings("ArrayRecordComponent")
record Spot(String kind, int id, String text, double[] params) {
    static final String POINT = "point";
    static final String STANDING = "standing";

    Message message() {
        return Message.of(kind, id, text, params);
    }

    static Spot of(Message message) {
        return new Spot(
                message.getKind(),
                message.getId(),
                message.getText(),
                message.getNumbers().copyToJavaArray());
    }
}
