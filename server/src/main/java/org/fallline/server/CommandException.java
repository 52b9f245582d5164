package org.fallline.server;

import org.fallline.problem.FormulaException;

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
     * The end of a command over a formula that cannot be read.
     *
     * @param message what is wrong and what would be right
     * @param formula what was given
     * @param position 0-based index into it
     * @return an exception that shows the formula with a caret under the position
     */
    static CommandException pointing(String message, String formula, int position) {
        return new CommandException(message + "\n" + FormulaException.pointed("  " + formula, position + 2));
    }
}
