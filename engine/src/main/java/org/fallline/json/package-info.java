/**
 * JSON (RFC 8259) as immutable values, with a reader that says where a text is wrong and a writer with one canonical form.
 *
 * <pre>
 * Json = Obj(members: name → Json, in order) | Arr(items: Json*) | Str(text) | Num(value: finite double) | Bool(value) | Null
 * </pre>
 *
 * <p>Imports {@code math}.
 *
 * <pre>{@code
 * Json json = JsonReader.read("{\"steps\": 300}");
 * JsonWriter.write(json); // {"steps":300}
 * }</pre>
 */
@NullMarked
package org.fallline.json;

import org.jspecify.annotations.NullMarked;
