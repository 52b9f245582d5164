/**
 * A real browser and a file server, for tests.
 *
 * <p>{@link org.fallline.web.browser.Chromium} finds or provides the browser; {@link org.fallline.web.browser.FileServer}
 * serves folders under a Content-Security-Policy. Imports nothing of the project.
 */
@NullMarked
package org.fallline.web.browser;

import org.jspecify.annotations.NullMarked;
