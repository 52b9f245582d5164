/** What is said, in English and in German, and that nothing is said past the files of words. */
@NullMarked
package org.fallline.web.words;

import org.jspecify.annotations.NullMarked;
