package org.fallline.web.worker;

/**
 * What is known of a study so far.
 *
 * <pre>
 * numbers = progress isDone numbers
 * </pre>
 *
 * @param progress from 0 to 1
 * @param isDone whether nothing more will come
 * @param numbers by the kind of study; not modified
 */
@SuppressWarnings("ArrayRecordComponent")
public record Studied(int id, double progress, boolean isDone, double[] numbers) {
    static final String KIND = "studied";

    Message message() {
        double[] all = new Pack().add(progress).add(isDone ? 1 : 0).add(numbers).numbers();
        return Message.of(KIND, id, "", all);
    }

    static Studied of(Message message) {
        Unpack unpack = new Unpack(message);
        return new Studied(message.getId(), unpack.number(), unpack.number() == 1, unpack.array());
    }
}
