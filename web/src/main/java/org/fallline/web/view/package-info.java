/**
 * The page's panels: each reads the model, shows its part of it, and emits intents.
 *
 * <p>Imports {@code model}, {@code worker}, {@code platform}, {@code words} and the engine.
 */
@NullMarked
package org.fallline.web.view;

import org.jspecify.annotations.NullMarked;
