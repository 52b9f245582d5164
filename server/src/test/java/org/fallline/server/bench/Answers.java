package org.fallline.server.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The answers that come over a connection, of which only status and length are read. A head is searched where it lies, not taken apart
 * character by character: the client shares its processors with the server, and would make long heads look like slow servers.
 */
final class Answers {
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final byte[] END_OF_LINE = {'\r', '\n'};

    private final InputStream in;
    private byte[] bytes = new byte[1 << 16];
    private int from;
    private int to;

    Answers(InputStream in) {
        this.in = in;
    }

    /** Reads an answer and tells its status. */
    int next() throws IOException {
        String head = until(END_OF_HEAD);
        int length = head.indexOf("\r\nContent-Length: ");
        if (length >= 0) {
            int begin = length + "\r\nContent-Length: ".length();
            skip(Integer.parseInt(head, begin, head.indexOf('\r', begin), 10));
        } else if (head.contains("\r\nTransfer-Encoding: chunked")) {
            for (int size = size(); size > 0; size = size()) {
                skip(size + END_OF_LINE.length);
            }
            until(END_OF_LINE);
        }
        return Integer.parseInt(head, "HTTP/1.1 ".length(), "HTTP/1.1 200".length(), 10);
    }

    private int size() throws IOException {
        return Integer.parseInt(until(END_OF_LINE).strip(), 16);
    }

    /** The text that comes before a mark and the mark itself. */
    private String until(byte[] mark) throws IOException {
        int at = from;
        while (true) {
            for (; at + mark.length <= to; at++) {
                if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                    String text = new String(bytes, from, at + mark.length - from, StandardCharsets.ISO_8859_1);
                    from = at + mark.length;
                    return text;
                }
            }
            int seen = at - from;
            more();
            at = from + seen;
        }
    }

    private void skip(int count) throws IOException {
        int left = count;
        while (left > to - from) {
            left -= to - from;
            from = to;
            more();
        }
        from += left;
    }

    private void more() throws IOException {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * to);
        }
        int read = in.read(bytes, to, bytes.length - to);
        if (read < 0) {
            throw new IOException("the server ended the connection");
        }
        to += read;
    }
}
