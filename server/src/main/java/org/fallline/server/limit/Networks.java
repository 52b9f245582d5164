package org.fallline.server.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Ranges of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param ranges each of one address or more
 */
public record Networks(List<Range> ranges) {
    /** No address. */
    public static final Networks NONE = new Networks(List.of());

    /** Digits, or hexadecimal digits with colons: never a name, which would be looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * The addresses that begin with the same bits.
     *
     * @param base one of them
     * @param bits how many bits they share
     */
    public record Range(InetAddress base, int bits) {
        boolean contains(InetAddress address) {
            byte[] ours = base.getAddress();
            byte[] theirs = address.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if (((ours[bit >> 3] ^ theirs[bit >> 3]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Ranges as text, separated by commas.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static Networks parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("/", 2);
            InetAddress base = address(ends[0]);
            int most = base.getAddress().length * 8;
            int bits = most;
            if (ends.length > 1) {
                if (!ends[1].matches("[0-9]{1,3}") || Integer.parseInt(ends[1]) > most) {
                    throw new IllegalArgumentException(
                            "\"" + part.strip() + "\" is no range; after the slash stands a number from 0 to " + most);
                }
                bits = Integer.parseInt(ends[1]);
            }
            ranges.add(new Range(base, bits));
        }
        return new Networks(List.copyOf(ranges));
    }

    /**
     * An address written in digits.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static InetAddress address(String text) {
        try {
            if (LITERAL.matcher(text).matches()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            // told below
        }
        throw new IllegalArgumentException("\"" + text + "\" is no address; expected one such as 10.0.0.7 or fd00::7");
    }

    /** Whether an address lies in one of the ranges. */
    public boolean contain(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
