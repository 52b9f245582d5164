package org.fallline.server;

/** Ends a command; the message tells its user what is wrong, and may have several lines. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * The end of a command.
     *
     * @param message what is wrong and what would be right
     */
    public CommandException(String message) {
        super(message);
    }

    /**
     * The end of a command over a text that cannot be read.
     *
     * @param message what is wrong and what would be right
     * @param text the text, a line
     * @param position 0-based index into the text
     * @return an exception that shows the text with a caret under the position
     */
    static CommandException pointing(String message, String text, int position) {
        return new CommandException(message + "\n  " + text + "\n  " + " ".repeat(position) + "^");
    }
}
