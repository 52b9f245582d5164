package org.fallline.web.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.teavm.backend.wasm.WasmGCTarget;

/**
 * The JavaScript that loads one WebAssembly module of ours, made from TeaVM's runtime so that it works under a
 * Content-Security-Policy without {@code 'unsafe-eval'}.
 *
 * <p>TeaVM's runtime makes functions from text with {@code new Function}: its own call adapters, and the body of every
 * {@code @JSBody} method, whose text travels inside the module. The adapters are replaced by closures that do the same
 * ({@link RuntimeRewriting}); the bodies are read out of the module ({@link ModuleBodies}) and written into the runtime as
 * ordinary functions, found again by their text. Anything unexpected ends the build: another version of the runtime, a call
 * that creates a function in a way not known here, a {@code new Function} that is left.
 */
final class WasmRuntime {
    private static final String RESOURCE = "/org/teavm/backend/wasm/wasm-gc-module-runtime.js";

    /** SHA-256 of the runtime that {@link RuntimeRewriting} was written for: TeaVM 0.16.0's. */
    private static final String KNOWN_RUNTIME = "05a76aaced9113a89533c1b6609e19dcb2a484bb7f20593f4980e0cfbb6b9787";

    private WasmRuntime() {}

    /** Writes the runtime of a module, an ES module that exports {@code load}. */
    static void write(Path module, Path runtime) throws IOException {
        ModuleBodies bodies = ModuleBodies.read(Files.readAllBytes(module));
        Files.writeString(runtime, bodies.toJavaScript() + RuntimeRewriting.apply(original()));
    }

    private static String original() throws IOException {
        try (InputStream resource = WasmGCTarget.class.getResourceAsStream(RESOURCE)) {
            check(resource != null, RESOURCE + " is not in TeaVM's core");
            byte[] bytes = resource.readAllBytes();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            check(
                    digest.equals(KNOWN_RUNTIME),
                    "TeaVM's WebAssembly runtime has changed: compare it with the one before, bring RuntimeRewriting up"
                            + " to date and set KNOWN_RUNTIME to " + digest);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
