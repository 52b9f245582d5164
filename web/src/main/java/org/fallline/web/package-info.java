/**
 * The page: {@link org.fallline.web.Main} starts it in the browser.
 *
 * <p>Imports the engine and TeaVM's browser bindings.
 */
@NullMarked
package org.fallline.web;

import org.jspecify.annotations.NullMarked;
