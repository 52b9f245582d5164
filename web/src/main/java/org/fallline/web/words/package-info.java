/**
 * What the page says: texts by key, in the language of the page that was opened.
 *
 * <pre>
 * Words    = key → template              — one file a language, web/src/main/words
 * template = (text | place)*
 * place    = "{" index "}"               — the value of this index, from 0
 *          | "{" index "|" one "|" other "}"   — the first text if the value is 1, else the second
 * Phrase  = key value*                  — what is to be said, as a value
 * </pre>
 *
 * <p>Views say {@code Words.say("time.step", 3)}; the model, which knows no language, gives {@link Phrase}s. {@link org.fallline.web.words.Split} takes texts apart. Imports nothing.
 */
@NullMarked
package org.fallline.web.words;

import org.jspecify.annotations.NullMarked;
