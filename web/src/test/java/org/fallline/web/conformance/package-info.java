/**
 * What the engine computes, as text that must be the same on every platform.
 *
 * <pre>
 * line = name TAB value ;            name and value: printable ASCII
 * value = sixteen hexadecimal digits, the bits of a double | text, in the platform-independent form of the engine ;
 * </pre>
 *
 * <p>{@link org.fallline.web.conformance.Conformance} is plain Java: the JVM runs it, and TeaVM compiles it, with the
 * engine it calls, to JavaScript and to WebAssembly. {@link org.fallline.web.conformance.ConformanceTest} runs all of
 * them and compares line by line. Imports the engine, for the test also {@code org.fallline.web.browser}.
 */
@NullMarked
package org.fallline.web.conformance;

import org.jspecify.annotations.NullMarked;
