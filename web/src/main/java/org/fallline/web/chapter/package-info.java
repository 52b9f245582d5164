/**
 * What the chapter's pages do beyond being read: checkpoints with feedback, buttons that drive a figure, progress that the browser
 * keeps. The figures are embeds, which know nothing of it.
 *
 * <p>Imports {@code platform}, {@code words} and the engine's {@code math}; nothing imports it.
 */
@NullMarked
package org.fallline.web.chapter;

import org.jspecify.annotations.NullMarked;
