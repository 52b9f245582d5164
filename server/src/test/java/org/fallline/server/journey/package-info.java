/**
 * What a visitor does, in a real browser on the real server: by role and accessible name, as visitors find things.
 *
 * <p>Any complaint in the browser's console fails a journey.
 */
@NullMarked
package org.fallline.server.journey;

import org.jspecify.annotations.NullMarked;
