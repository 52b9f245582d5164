package org.fallline.web.worker;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.Trajectory;

/**
 * The trajectories of an experiment.
 *
 * <pre>
 * numbers = dimension (length, losses, params, gradients)*      text = ending of each, one a line, empty for none
 * </pre>
 */
record Ran(int id, List<Trajectory> trajectories) {
    static final String KIND = "ran";

    Message message() {
        int dimension = trajectories.get(0).dimension();
        int size = 1;
        for (Trajectory trajectory : trajectories) {
            size += 1 + trajectory.length() * (1 + 2 * dimension);
        }
        double[] numbers = new double[size];
        numbers[0] = dimension;
        int at = 1;
        StringBuilder endings = new StringBuilder();
        for (Trajectory trajectory : trajectories) {
            numbers[at++] = trajectory.length();
            for (double[] part : List.of(trajectory.losses(), trajectory.allParams(), trajectory.allGradients())) {
                System.arraycopy(part, 0, numbers, at, part.length);
                at += part.length;
            }
            String ending = trajectory.ending();
            endings.append(ending == null ? "" : ending).append('\n');
        }
        return Message.of(KIND, id, endings.toString(), numbers);
    }

    static Ran of(Message message) {
        double[] numbers = message.getNumbers().copyToJavaArray();
        List<Trajectory> trajectories = new ArrayList<>();
        int dimension = (int) numbers[0];
        int at = 1;
        String endings = message.getText();
        while (at < numbers.length) {
            int length = (int) numbers[at++];
            double[] losses = part(numbers, at, length);
            double[] params = part(numbers, at + length, length * dimension);
            double[] gradients = part(numbers, at + length * (1 + dimension), length * dimension);
            at += length * (1 + 2 * dimension);
            int end = endings.indexOf('\n');
            String ending = endings.substring(0, end);
            endings = endings.substring(end + 1);
            trajectories.add(new Trajectory(dimension, losses, params, gradients, ending.isEmpty() ? null : ending));
        }
        return new Ran(message.getId(), trajectories);
    }

    private static double[] part(double[] numbers, int from, int length) {
        double[] part = new double[length];
        System.arraycopy(numbers, from, part, 0, length);
        return part;
    }
}
