package org.fallline.web.worker;

/**
 * A descent as a program, or why there is none.
 *
 * <pre>
 * numbers = lengths of the file's name and of the program        text = file's name, program, refusal
 * </pre>
 *
 * @param program empty if there is none
 * @param refusal empty if there is a program
 */
public record Listed(int id, String fileName, String program, String refusal) {
    static final String KIND = "listed";

    Message message() {
        return Message.of(KIND, id, fileName + program + refusal, fileName.length(), program.length());
    }

    static Listed of(Message message) {
        double[] lengths = message.getNumbers().copyToJavaArray();
        String text = message.getText();
        int name = (int) lengths[0];
        int end = name + (int) lengths[1];
        return new Listed(message.getId(), text.substring(0, name), text.substring(name, end), text.substring(end));
    }
}
