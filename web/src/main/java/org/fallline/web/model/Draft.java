package org.fallline.web.model;

/**
 * The formula as the visitor is typing it, which may be wrong at the moment; nothing typed is ever taken away.
 *
 * @param text as typed
 * @param error what is wrong with it, or empty
 * @param position the 0-based index of what is wrong, or −1
 */
public record Draft(String text, String error, int position) {
    /** A formula that is right. */
    public static Draft right(String text) {
        return new Draft(text, "", -1);
    }

    public boolean isWrong() {
        return !error.isEmpty();
    }
}
