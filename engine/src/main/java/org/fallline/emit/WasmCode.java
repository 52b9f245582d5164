package org.fallline.emit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of a WebAssembly binary, appended to: numbers in LEB128, instructions with their immediates, vectors of bytes.
 *
 * <p>Source: WebAssembly Core Specification 3.0, chapter 5, binary format; relaxed instructions included.
 */
final class WasmCode {
    // Instructions

    static final int LOOP = 0x03;
    static final int IF = 0x04;
    static final int END = 0x0B;
    static final int BRANCH_IF = 0x0D;
    static final int CALL = 0x10;
    static final int LOCAL_GET = 0x20;
    static final int LOCAL_SET = 0x21;
    static final int LOCAL_TEE = 0x22;
    static final int I32_CONST = 0x41;
    static final int I32_LT_U = 0x49;
    static final int I32_ADD = 0x6A;
    static final int I32_MUL = 0x6C;
    static final int I32_SHL = 0x74;
    static final int I32_SHR_U = 0x76;

    // Vector instructions, behind the prefix 0xFD

    static final int V128_LOAD = 0;
    static final int V128_LOAD32_SPLAT = 9;
    static final int V128_LOAD64_SPLAT = 10;
    static final int V128_STORE = 11;
    static final int V128_CONST = 12;
    static final int I8X16_SHUFFLE = 13;
    static final int F32X4_EQ = 0x41;
    static final int F32X4_LT = 0x43;
    static final int F32X4_LE = 0x45;
    static final int V128_AND = 0x4E;
    static final int V128_OR = 0x50;
    static final int V128_BITSELECT = 0x52;
    static final int F32X4_DEMOTE = 0x5E;
    static final int F64X2_PROMOTE = 0x5F;
    static final int F32X4_NEAREST = 0x6A;
    static final int I32X4_SHL = 0xAB;
    static final int I32X4_SHR_U = 0xAD;
    static final int I32X4_SUB = 0xB1;
    static final int F32X4_ABS = 0xE0;
    static final int F32X4_NEG = 0xE1;
    static final int F32X4_SQRT = 0xE3;
    static final int F32X4_ADD = 0xE4;
    static final int F32X4_SUB = 0xE5;
    static final int F32X4_MUL = 0xE6;
    static final int F32X4_DIV = 0xE7;
    static final int F32X4_PMIN = 0xEA;
    static final int F32X4_PMAX = 0xEB;
    static final int F64X2_ADD = 0xF0;
    static final int F64X2_MUL = 0xF2;
    static final int F64X2_DIV = 0xF3;
    static final int F32X4_CONVERT_I32X4 = 0xFA;
    static final int F32X4_RELAXED_MADD = 0x105;

    private static final int BULK = 0xFC;
    private static final int VECTOR = 0xFD;
    /** The type of a block without a result. */
    static final int EMPTY_BLOCK = 0x40;

    private byte[] bytes = new byte[256];
    private int length;

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    WasmCode oneByte(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    WasmCode raw(byte[] added) {
        while (length + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        System.arraycopy(added, 0, bytes, length, added.length);
        length += added.length;
        return this;
    }

    /** A number from 0 on, in unsigned LEB128. */
    WasmCode unsigned(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            oneByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return oneByte(rest);
    }

    /** A number in signed LEB128. */
    WasmCode signed(int value) {
        int rest = value;
        while (rest < -64 || rest > 63) {
            oneByte((rest & 0x7F) | 0x80);
            rest >>= 7;
        }
        return oneByte(rest & 0x7F);
    }

    /** A float's four bytes, the lowest first. */
    WasmCode float32(float value) {
        return int32(Float.floatToRawIntBits(value));
    }

    /** Four bytes, the lowest first. */
    WasmCode int32(int bits) {
        return oneByte(bits).oneByte(bits >> 8).oneByte(bits >> 16).oneByte(bits >> 24);
    }

    /** The length of some bytes and the bytes. */
    WasmCode sized(WasmCode content) {
        return unsigned(content.length).raw(content.toBytes());
    }

    /** A name as UTF-8. */
    WasmCode name(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return unsigned(encoded.length).raw(encoded);
    }

    /** An instruction without immediates. */
    WasmCode op(int opcode) {
        return oneByte(opcode);
    }

    /** A vector instruction without immediates. */
    WasmCode vector(int opcode) {
        return oneByte(VECTOR).unsigned(opcode);
    }

    WasmCode localGet(int local) {
        return op(LOCAL_GET).unsigned(local);
    }

    WasmCode localSet(int local) {
        return op(LOCAL_SET).unsigned(local);
    }

    WasmCode localTee(int local) {
        return op(LOCAL_TEE).unsigned(local);
    }

    WasmCode intConstant(int value) {
        return op(I32_CONST).signed(value);
    }

    WasmCode call(int function) {
        return op(CALL).unsigned(function);
    }

    /** A loop without a result; {@link #repeatWhileBelow} branches to its begin and closes it. */
    WasmCode loop() {
        return op(LOOP).oneByte(EMPTY_BLOCK);
    }

    /** Goes to the begin of the innermost loop while a local, read as unsigned, is below a number, and closes the loop. */
    WasmCode repeatWhileBelow(int local, int end) {
        return localGet(local)
                .intConstant(end)
                .op(I32_LT_U)
                .op(BRANCH_IF)
                .unsigned(0)
                .op(END);
    }

    /** Adds a number to a local. */
    WasmCode increase(int local, int step) {
        return localGet(local).intConstant(step).op(I32_ADD).localSet(local);
    }

    /**
     * A vector load or store; the address is on the stack.
     *
     * @param align the logarithm of the alignment
     * @param offset added to the address
     */
    WasmCode access(int opcode, int align, int offset) {
        return vector(opcode).unsigned(align).unsigned(offset);
    }

    /** A vector of one number of 32 bits, four times. */
    WasmCode splatConstant(int bits) {
        return vector(V128_CONST).int32(bits).int32(bits).int32(bits).int32(bits);
    }

    /** A vector of one number of 64 bits, twice. */
    WasmCode splatDouble(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int low = (int) bits;
        int high = (int) (bits >>> 32);
        return vector(V128_CONST).int32(low).int32(high).int32(low).int32(high);
    }

    /** The low halves of two vectors, one behind the other. */
    WasmCode joinLowHalves() {
        vector(I8X16_SHUFFLE);
        for (int i = 0; i < 8; i++) {
            oneByte(i);
        }
        for (int i = 16; i < 24; i++) {
            oneByte(i);
        }
        return this;
    }

    /** The high half of a vector, which is on the stack twice, as the low half of one. */
    WasmCode highHalf() {
        vector(I8X16_SHUFFLE);
        for (int i = 0; i < 16; i++) {
            oneByte(8 + i % 8);
        }
        return this;
    }

    /** Copies a data segment's first bytes to memory: destination, source and count are on the stack. */
    WasmCode memoryInit(int segment) {
        return oneByte(BULK).unsigned(8).unsigned(segment).oneByte(0);
    }

    /** Forgets a data segment. */
    WasmCode dataDrop(int segment) {
        return oneByte(BULK).unsigned(9).unsigned(segment);
    }
}
