package org.fallline.web.build;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.teavm.backend.wasm.parser.AddressListener;
import org.teavm.backend.wasm.parser.CodeListener;
import org.teavm.backend.wasm.parser.CodeSectionListener;
import org.teavm.backend.wasm.parser.CodeSectionParser;
import org.teavm.backend.wasm.parser.ImportSectionListener;
import org.teavm.backend.wasm.parser.ImportSectionParser;

/**
 * The bodies of a module's {@code @JSBody} methods by the texts that identify them: the parameters' names and the body.
 *
 * <p>A module creates them when it starts, each by the same few instructions: {@code global.get} of a string constant
 * and {@code call} of the conversion to a JavaScript string, once for every parameter and once for the body, then
 * {@code call} of the import {@code teavmJso.createFunctionN}. The string constants are empty until an initializer
 * fills them, in the order in which an {@code array.new_fixed} lists them, from the first data segment.
 */
record ModuleBodies(Map<List<String>, String> texts) {
    private static final int IMPORTS = 2;
    private static final int CODE = 10;
    private static final int DATA = 11;
    private static final String CREATE = "createFunction";

    /** An instruction as TeaVM's parser reports it. */
    private record Instruction(String name, List<Object> operands) {
        boolean is(String expected) {
            return name.equals(expected);
        }

        int operand(int index) {
            return (Integer) operands.get(index);
        }
    }

    /** A call that creates a function: the string constants it takes, as indices of globals. */
    private record Creation(int stringConversion, List<Integer> globals) {}

    /** A list of globals handed to the function that fills them. */
    private record Listing(int arrayType, int filler) {}

    static ModuleBodies read(byte[] module) {
        Map<Integer, byte[]> sections = sections(module);
        Map<Integer, Integer> creators = new HashMap<>();
        int[] importedFunctions = {0};
        new ImportSectionParser(new ImportSectionListener() {
                    private String current = "";

                    @Override
                    public void startEntry(String module, String name) {
                        current = module.equals("teavmJso") ? name : "";
                    }

                    @Override
                    public void function(int type) {
                        if (current.startsWith(CREATE)) {
                            creators.put(importedFunctions[0], Integer.parseInt(current.substring(CREATE.length())));
                        }
                        importedFunctions[0]++;
                    }
                })
                .parse(AddressListener.EMPTY, section(sections, IMPORTS));

        List<Creation> creations = new ArrayList<>();
        Map<Listing, List<Integer>> listings = new LinkedHashMap<>();
        CodeSectionParser code = new CodeSectionParser(new CodeSectionListener() {
            private final List<Instruction> instructions = new ArrayList<>();

            @Override
            public boolean functionStart(int index, int size) {
                instructions.clear();
                return true;
            }

            @Override
            public CodeListener code() {
                return recorder(instructions);
            }

            @Override
            public void functionEnd() {
                findCreations(instructions, creators, creations);
                findListings(instructions, listings);
            }
        });
        code.setFunctionIndexOffset(importedFunctions[0]);
        code.parse(AddressListener.EMPTY, section(sections, CODE));

        List<String> pool = stringPool(section(sections, DATA));
        List<List<Integer>> candidates = listings.values().stream()
                .filter(globals -> globals.size() == pool.size())
                .toList();
        WasmRuntime.check(candidates.size() == 1, "String constants: " + pool.size() + ", lists: " + listings);
        Map<Integer, String> strings = new HashMap<>();
        for (int i = 0; i < pool.size(); i++) {
            strings.put(candidates.get(0).get(i), pool.get(i));
        }
        return new ModuleBodies(texts(creations, strings));
    }

    private static Map<List<String>, String> texts(List<Creation> creations, Map<Integer, String> strings) {
        Map<List<String>, String> texts = new LinkedHashMap<>();
        for (Creation creation : creations) {
            WasmRuntime.check(
                    creation.stringConversion() == creations.get(0).stringConversion(), "Two string conversions");
            List<String> key = new ArrayList<>();
            for (int global : creation.globals()) {
                WasmRuntime.check(strings.containsKey(global), "Global " + global + " is no string constant");
                key.add(strings.get(global));
            }
            texts.put(List.copyOf(key), key.get(key.size() - 1));
        }
        return texts;
    }

    /** Sections by id; custom sections (id 0) are left out. */
    private static Map<Integer, byte[]> sections(byte[] module) {
        Map<Integer, byte[]> sections = new HashMap<>();
        Bytes bytes = new Bytes(module, 8);
        while (bytes.position < module.length) {
            int id = module[bytes.position++];
            int size = bytes.leb();
            if (id != 0) {
                sections.put(id, Arrays.copyOfRange(module, bytes.position, bytes.position + size));
            }
            bytes.position += size;
        }
        return sections;
    }

    private static byte[] section(Map<Integer, byte[]> sections, int id) {
        byte[] section = sections.get(id);
        if (section == null) {
            throw new IllegalStateException("The module has no section " + id);
        }
        return section;
    }

    /** A listener that appends every instruction; made by reflection, so that none goes unnoticed. */
    private static CodeListener recorder(List<Instruction> instructions) {
        return (CodeListener) Proxy.newProxyInstance(
                CodeListener.class.getClassLoader(), new Class<?>[] {CodeListener.class}, (proxy, method, operands) -> {
                    WasmRuntime.check(!method.getName().equals("error"), "TeaVM's parser does not know an instruction");
                    instructions.add(new Instruction(
                            method.getName(), operands == null ? List.of() : Arrays.asList(operands.clone())));
                    return method.getReturnType() == int.class ? 0 : null;
                });
    }

    private static void findCreations(List<Instruction> code, Map<Integer, Integer> creators, List<Creation> found) {
        for (int i = 0; i < code.size(); i++) {
            Instruction instruction = code.get(i);
            WasmRuntime.check(
                    !instruction.is("functionReference") || !creators.containsKey(instruction.operand(0)),
                    "A reference to " + CREATE);
            if (!instruction.is("call") || !creators.containsKey(instruction.operand(0))) {
                continue;
            }
            int strings = creators.get(instruction.operand(0)) + 1;
            int first = i - 2 * strings;
            WasmRuntime.check(first >= 0, "A call of " + CREATE + " without its strings");
            List<Integer> globals = new ArrayList<>();
            int conversion = code.get(i - 1).operand(0);
            for (int j = first; j < i; j += 2) {
                Instruction get = code.get(j);
                Instruction convert = code.get(j + 1);
                WasmRuntime.check(
                        get.is("getGlobal") && convert.is("call") && convert.operand(0) == conversion,
                        "An unknown way to " + CREATE + ": " + code.subList(first, i));
                globals.add(get.operand(0));
            }
            found.add(new Creation(conversion, globals));
        }
    }

    private static void findListings(List<Instruction> code, Map<Listing, List<Integer>> found) {
        for (int i = 0; i + 1 < code.size(); i++) {
            Instruction instruction = code.get(i);
            if (!instruction.is("arrayNewFixed") || !code.get(i + 1).is("call")) {
                continue;
            }
            int size = instruction.operand(1);
            List<Instruction> elements = code.subList(Math.max(0, i - size), i);
            if (elements.size() == size && elements.stream().allMatch(element -> element.is("getGlobal"))) {
                // Long lists come in pieces: same type, same function.
                found.computeIfAbsent(
                                new Listing(
                                        instruction.operand(0), code.get(i + 1).operand(0)),
                                listing -> new ArrayList<>())
                        .addAll(elements.stream()
                                .map(element -> element.operand(0))
                                .toList());
            }
        }
    }

    /** The strings of the data segment at address 0: length in UTF-16 units, then one to three bytes a unit. */
    private static List<String> stringPool(byte[] section) {
        Bytes bytes = new Bytes(section, 0);
        WasmRuntime.check(bytes.leb() >= 1 && bytes.leb() == 0, "No data segment for memory 0");
        WasmRuntime.check(
                section[bytes.position++] == 0x41 && bytes.leb() == 0 && section[bytes.position++] == 0x0B,
                "The first data segment is not at address 0");
        int size = bytes.leb();
        int end = bytes.position + size;
        List<String> strings = new ArrayList<>();
        while (bytes.position < end) {
            int length = bytes.leb();
            StringBuilder text = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                text.append(bytes.unit());
            }
            strings.add(text.toString());
        }
        WasmRuntime.check(bytes.position == end, "The first data segment holds more than strings");
        return strings;
    }

    /** A module's constant {@code bodies}: a map from the texts, joined by NUL, to the functions. */
    String toJavaScript() {
        StringBuilder out = new StringBuilder("const bodies = new Map([\n");
        texts.forEach((key, body) -> {
            String parameters = key.subList(0, key.size() - 1).stream()
                    .map(name -> ", " + name)
                    .collect(Collectors.joining());
            out.append('[').append(literal(String.join("\0", key))).append(", function(wrapCallFromJavaToJs");
            out.append(parameters).append(") {\n").append(body).append("\n}],\n");
        });
        return out.append("]);\n").toString();
    }

    private static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** A position in bytes that moves as numbers are read. */
    private static final class Bytes {
        private final byte[] bytes;
        private int position;

        Bytes(byte[] bytes, int position) {
            this.bytes = bytes;
            this.position = position;
        }

        int leb() {
            int value = 0;
            for (int shift = 0; ; shift += 7) {
                int next = bytes[position++];
                value |= (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        char unit() {
            int first = bytes[position++] & 0xFF;
            if (first < 0x80) {
                return (char) first;
            }
            if (first < 0xE0) {
                return (char) (((first & 0x1F) << 6) | (bytes[position++] & 0x3F));
            }
            return (char) (((first & 0x0F) << 12) | ((bytes[position++] & 0x3F) << 6) | (bytes[position++] & 0x3F));
        }
    }
}
