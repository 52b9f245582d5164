package org.fallline.code;

import java.util.function.Supplier;

/**
 * A program, or why there is none.
 *
 * @param fileName under which it can be kept and run
 * @param text of the whole program, lines ended by newlines; empty if there is none
 * @param refusal why there is none, in a sentence for a reader; empty if there is one
 */
public record Listing(String fileName, String text, String refusal) {
    public Listing {
        if (text.isEmpty() == refusal.isEmpty()) {
            throw new IllegalArgumentException("a listing has either a text or a refusal: " + fileName);
        }
    }

    /** The program that {@code writer} writes, or the reason of its {@link UnlistedException}. */
    static Listing of(String fileName, Supplier<String> writer) {
        try {
            return new Listing(fileName, writer.get(), "");
        } catch (UnlistedException e) {
            return new Listing(fileName, "", String.valueOf(e.getMessage()));
        }
    }

    /** Whether there is a program. */
    public boolean isProgram() {
        return refusal.isEmpty();
    }
}
