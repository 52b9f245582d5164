package org.fallline.scene;

import java.util.Arrays;

/**
 * An image as a PNG file (W3C, "Portable Network Graphics Specification, Third Edition"), truecolour with alpha only where
 * needed, its data stored without compression: large, but a page of code and the same bytes everywhere. Each pixel is written as the
 * difference from the one to its left, which whoever sends or keeps the file compresses to half of what the colours would take.
 */
final class Png {
    private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** A stored block of deflate holds at most so many bytes. */
    private static final int BLOCK = 65535;

    private static final int ADLER_MODULUS = 65521;
    private static final int[] CRC_TABLE = crcTable();

    private byte[] bytes = new byte[1024];
    private int length;

    private Png() {}

    /** The PNG file of {@code columns × rows} pixels, row-major from the top left, 0xAARRGGBB. */
    static byte[] bytes(int[] pixels, int columns, int rows) {
        boolean opaque = true;
        for (int pixel : pixels) {
            opaque &= Color.alpha(pixel) == 255;
        }
        Png png = new Png();
        for (int part : SIGNATURE) {
            png.put(part);
        }
        int header = png.open("IHDR", 13);
        png.putInt(columns);
        png.putInt(rows);
        png.put(8);
        png.put(opaque ? 2 : 6);
        png.put(0);
        png.put(0);
        png.put(0);
        png.close(header);
        png.data(scanlines(pixels, columns, rows, opaque));
        png.close(png.open("IEND", 0));
        return Arrays.copyOf(png.bytes, png.length);
    }

    /** Each row after its filter type, 1: Sub (section 9.2). */
    private static byte[] scanlines(int[] pixels, int columns, int rows, boolean opaque) {
        byte[] lines = new byte[rows * (1 + columns * (opaque ? 3 : 4))];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            lines[at++] = 1;
            int left = 0;
            for (int column = 0; column < columns; column++) {
                int pixel = pixels[row * columns + column];
                lines[at++] = (byte) ((pixel >> 16) - (left >> 16));
                lines[at++] = (byte) ((pixel >> 8) - (left >> 8));
                lines[at++] = (byte) (pixel - left);
                if (!opaque) {
                    lines[at++] = (byte) ((pixel >>> 24) - (left >>> 24));
                }
                left = pixel;
            }
        }
        return lines;
    }

    /** A zlib stream (RFC 1950) of stored deflate blocks (RFC 1951, 3.2.4). */
    private void data(byte[] raw) {
        int blocks = Math.max(1, (raw.length + BLOCK - 1) / BLOCK);
        int chunk = open("IDAT", 2 + 5 * blocks + raw.length + 4);
        put(0x78);
        put(0x01);
        int a = 1;
        int b = 0;
        for (int block = 0; block < blocks; block++) {
            int from = block * BLOCK;
            int size = Math.min(BLOCK, raw.length - from);
            put(block == blocks - 1 ? 1 : 0);
            put(size);
            put(size >> 8);
            put(~size);
            put(~size >> 8);
            for (int i = from; i < from + size; i++) {
                put(raw[i]);
                a = (a + (raw[i] & 255)) % ADLER_MODULUS;
                b = (b + a) % ADLER_MODULUS;
            }
        }
        putInt(b << 16 | a);
        close(chunk);
    }

    /** Begins a chunk and returns where its checksum begins. */
    private int open(String type, int size) {
        putInt(size);
        int start = length;
        for (int i = 0; i < type.length(); i++) {
            put(type.charAt(i));
        }
        return start;
    }

    private void close(int start) {
        int crc = -1;
        for (int i = start; i < length; i++) {
            crc = CRC_TABLE[(crc ^ bytes[i]) & 255] ^ crc >>> 8;
        }
        putInt(~crc);
    }

    private void putInt(int value) {
        put(value >> 24);
        put(value >> 16);
        put(value >> 8);
        put(value);
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 1 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
            }
            table[i] = c;
        }
        return table;
    }
}
