import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
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
 * Build program: the JavaScript that loads one WebAssembly module of ours, made from TeaVM's runtime so that it works
 * under a Content-Security-Policy without {@code 'unsafe-eval'}.
 *
 * <p>TeaVM's runtime makes functions from text with {@code new Function}: its own call adapters, and the body of every
 * {@code @JSBody} method, whose text travels inside the module. The adapters are replaced by closures that do the same
 * ({@link Rewriting}); the bodies are read out of the module ({@link Bodies}) and written into the runtime as ordinary
 * functions, found again by their text. Anything unexpected ends the build: another version of the runtime, a call that
 * creates a function in a way not known here, a {@code new Function} that is left.
 *
 * <p>Arguments: the module to read, the JavaScript file to write. TeaVM's core must be on the class path.
 */
public final class WasmRuntime {
    private static final String RESOURCE = "/org/teavm/backend/wasm/wasm-gc-module-runtime.js";

    /** SHA-256 of the runtime that {@link Rewriting} was written for: TeaVM 0.16.0's. */
    private static final String KNOWN_RUNTIME = "05a76aaced9113a89533c1b6609e19dcb2a484bb7f20593f4980e0cfbb6b9787";

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        byte[] module = Files.readAllBytes(Path.of(args[0]));
        byte[] runtime;
        try (InputStream resource = CodeListener.class.getResourceAsStream(RESOURCE)) {
            check(resource != null, RESOURCE + " is not in TeaVM's core");
            runtime = resource.readAllBytes();
        }
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(runtime));
        check(
                digest.equals(KNOWN_RUNTIME),
                "TeaVM's WebAssembly runtime has changed: compare it with the one before, bring Rewriting up to date"
                        + " and set KNOWN_RUNTIME to " + digest);
        String rewritten = Rewriting.apply(new String(runtime, StandardCharsets.UTF_8));
        Files.writeString(Path.of(args[1]), Bodies.read(module).toJavaScript() + rewritten);
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}

/** The places of TeaVM's runtime that use {@code new Function}, and what stands there instead. */
final class Rewriting {
    /** Replaces the only passage that begins with {@code from} and ends with the next {@code to}, both included. */
    private record Passage(String from, String to, String replacement) {
        String applyTo(String text) {
            int start = text.indexOf(from);
            WasmRuntime.check(start >= 0, "Not in the runtime: " + from);
            WasmRuntime.check(text.indexOf(from, start + 1) < 0, "More than once in the runtime: " + from);
            int end = text.indexOf(to, start + from.length());
            WasmRuntime.check(end >= 0, "Not in the runtime after " + from + ": " + to);
            return text.substring(0, start) + replacement + text.substring(end + to.length());
        }
    }

    private static final List<Passage> PASSAGES = List.of(
            // A name may be a path such as Intl.NumberFormat. A name that is missing must throw, as evaluation does.
            new Passage("result = new Function(\"return \" + name + \";\");", "", """
                    const [head, ...tail] = name.split(".");
                    result = () => {
                    if (!(head in globalThis)) throw new ReferenceError(head + " is not defined");
                    return tail.reduce((object, key) => object[key], globalThis[head]);
                    };"""),
            new Passage("new Function(\"value\", name + \" = value;\")(value);", "", "globalThis[name] = value;"),
            new Passage("function defineFunction(fn, vararg) {", "(rethrowJavaAsJs, fn);\n}", """
                    function spread(args, count) {
                    const fixed = args.slice(0, count);
                    fixed.length = count;
                    return [...fixed, args.slice(count)];
                    }
                    function defineFunction(fn, vararg) {
                    return function(...args) {
                    try {
                    return fn(...(vararg ? spread(args, fn.length - 1) : args));
                    } catch (e) {
                    rethrowJavaAsJs(e);
                    }
                    };
                    }"""),
            new Passage("function renameConstructor(name, c) {", ")(c);\n}", """
                    function renameConstructor(name, c) {
                    const result = function(marker, javaObject) {
                    return c.call(this, marker, javaObject);
                    };
                    Object.defineProperty(result, "name", { value: name });
                    return result;
                    }"""),
            new Passage("defineMethod(cls, name, fn, vararg) {", "(rethrowJavaAsJs, fn);\n}", """
                    defineMethod(cls, name, fn, vararg) {
                    cls.prototype[name] = function(...args) {
                    try {
                    return fn(this, ...(vararg ? spread(args, fn.length - 2) : args));
                    } catch (e) {
                    rethrowJavaAsJs(e);
                    }
                    };
                    }"""),
            new Passage("const argumentList = [];", "argumentList.push(\"p\" + (i + 1));\n}", """
                    const adapters = {
                    createFunction: (...parametersAndBody) => {
                    const body = bodies.get(parametersAndBody.join("\\0"));
                    if (!body) throw new Error("Not compiled into this page: " + parametersAndBody.join(" "));
                    return body.bind(null, wrapCallFromJavaToJs);
                    },
                    bindFunction: (fn, ...args) => fn.bind(null, ...args),
                    callFunction: (fn, ...args) => {
                    try {
                    return fn(...args);
                    } catch (e) {
                    rethrowJsAsJava(e);
                    }
                    },
                    callMethod: (instance, method, ...args) => {
                    try {
                    return instance !== null ? instance[method](...args) : getGlobalName(method)(...args);
                    } catch (e) {
                    rethrowJsAsJava(e);
                    }
                    },
                    construct: (constructor, ...args) => {
                    try {
                    return new constructor(...args);
                    } catch (e) {
                    rethrowJsAsJava(e);
                    }
                    },
                    arrayOf: (...args) => args,
                    };
                    for (const [name, adapter] of Object.entries(adapters)) {
                    for (let i = 0; i < 32; ++i) imports.teavmJso[name + i] = adapter;
                    }"""));

    private Rewriting() {}

    static String apply(String runtime) {
        // Without indentation and comment lines: fewer bytes, and passages that need not repeat them.
        String text = runtime.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//"))
                .collect(Collectors.joining("\n", "", "\n"));
        for (Passage passage : PASSAGES) {
            text = passage.applyTo(text);
        }
        WasmRuntime.check(!text.contains("new Function") && !text.contains("eval("), "Code from text is left");
        return text;
    }
}

/**
 * The bodies of a module's {@code @JSBody} methods by the texts that identify them: the parameters' names and the body.
 *
 * <p>A module creates them when it starts, each by the same few instructions: {@code global.get} of a string constant
 * and {@code call} of the conversion to a JavaScript string, once for every parameter and once for the body, then
 * {@code call} of the import {@code teavmJso.createFunctionN}. The string constants are empty until an initializer
 * fills them, in the order in which an {@code array.new_fixed} lists them, from the first data segment.
 */
record Bodies(Map<List<String>, String> texts) {
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

    static Bodies read(byte[] module) {
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
                .parse(AddressListener.EMPTY, sections.get(IMPORTS));

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
        code.parse(AddressListener.EMPTY, sections.get(CODE));

        List<String> pool = stringPool(sections.get(DATA));
        List<List<Integer>> candidates = listings.values().stream()
                .filter(globals -> globals.size() == pool.size())
                .toList();
        WasmRuntime.check(candidates.size() == 1, "String constants: " + pool.size() + ", lists: " + listings);
        Map<Integer, String> strings = new HashMap<>();
        for (int i = 0; i < pool.size(); i++) {
            strings.put(candidates.get(0).get(i), pool.get(i));
        }
        return new Bodies(texts(creations, strings));
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
        for (char c : text.toCharArray()) {
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
                return (char) ((first & 0x1F) << 6 | bytes[position++] & 0x3F);
            }
            return (char) ((first & 0x0F) << 12 | (bytes[position++] & 0x3F) << 6 | bytes[position++] & 0x3F);
        }
    }
}
