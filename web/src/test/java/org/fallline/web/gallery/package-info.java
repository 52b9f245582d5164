/**
 * What the canvas painter makes of the engine's gallery, beside the same scenes as SVG, both in Chromium.
 *
 * <p>Imports the engine, its gallery, {@code platform} and {@code browser}.
 */
@NullMarked
package org.fallline.web.gallery;

import org.jspecify.annotations.NullMarked;
