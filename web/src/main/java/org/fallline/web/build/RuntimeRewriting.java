package org.fallline.web.build;

import java.util.List;
import java.util.stream.Collectors;

/** The places of TeaVM's runtime that use {@code new Function}, and what stands there instead. */
final class RuntimeRewriting {
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
            // What is not an address is the server's answer.
            new Passage(
                    "return await WebAssembly.compile(src, ", "", "return await WebAssembly.compileStreaming(src, "),
            // Room for the browser to answer and to paint: between compiling, filling in constants and starting.
            new Passage("await wrapImports(module, importObj);\n}", "", """
                    await wrapImports(module, importObj);
                    }
                    const pause = () => new Promise((done) => setTimeout(done));
                    await pause();"""),
            new Passage("const teavm = {", "", "await pause();\nconst teavm = {"),
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

    private RuntimeRewriting() {}

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
