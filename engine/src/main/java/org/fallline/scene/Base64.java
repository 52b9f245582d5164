package org.fallline.scene;

/** Bytes as text of 64 letters (RFC 4648, section 4). */
final class Base64 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64() {}

    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 4 / 3 + 4);
        for (int i = 0; i < bytes.length; i += 3) {
            int group = at(bytes, i) << 16 | at(bytes, i + 1) << 8 | at(bytes, i + 2);
            text.append(LETTERS.charAt(group >> 18 & 63));
            text.append(LETTERS.charAt(group >> 12 & 63));
            text.append(i + 1 < bytes.length ? LETTERS.charAt(group >> 6 & 63) : '=');
            text.append(i + 2 < bytes.length ? LETTERS.charAt(group & 63) : '=');
        }
        return text.toString();
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 255 : 0;
    }
}
