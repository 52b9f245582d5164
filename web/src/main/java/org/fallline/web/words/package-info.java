/**
 * What the page says: texts by key, in the language of the page that was opened.
 *
 * <pre>
 * Words    = key → template              — one file a language, web/src/main/words
 * template                               — by {@link org.fallline.say.Template}
 * Phrase  = key value*                  — what is to be said, as a value
 * </pre>
 *
 * <p>Views say {@code Words.say("time.step", 3)}; the model, which knows no language, gives {@link Phrase}s. {@link org.fallline.web.words.Split} takes texts apart. Imports
 * {@code say} of the engine.
 */
@NullMarked
package org.fallline.web.words;

import org.jspecify.annotations.NullMarked;
