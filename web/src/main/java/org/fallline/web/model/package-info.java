/**
 * What the page knows, and how it changes: state as a value, and intents as values that change it.
 *
 * <pre>
 * State  = Experiment playing draft          — what determines the page
 * Intent = label key (State → State)                   — a visitor's action; pure
 * Model  = State and what the engine answered for it   — tells its listeners of every change
 * </pre>
 *
 * <p>Imports the engine and {@code words}, and nothing of the browser.
 */
@NullMarked
package org.fallline.web.model;

import org.jspecify.annotations.NullMarked;
