/**
 * The chapter's build: lessons are plain HTML, and this makes of them pages that check themselves and work without scripts.
 *
 * <pre>
 *   &lt;meta name="lesson" content="3">                        the lesson's place in the chapter                 Chapter
 *   &lt;meta name="description" content="…">                  its goal
 *   &lt;script type="application/json" id="tiny">…            an experiment that the lesson names
 *   &lt;fallline-embed experiment="tiny" view="losses">       a live figure, with a poster in its place         Figures
 *   … step="0" room="900 1500 1600">                       where its time begins; how high it will be
 *   &lt;p class="after">                                      is hidden until the checkpoint before is answered
 *   &lt;button data-figure="walk" data-load="tiny">            shows an experiment, at its moment, in a figure    Figures
 *   &lt;data value="tiny: loss @1">0.030976&lt;/data>            a number that the engine must give               Claims
 *   &lt;input data-value="tiny: loss @1" data-within="0.001"> a checkpoint whose answer the engine gives        Claims
 *   &lt;span class="tex">\partial L&lt;/span>                     a formula, set as MathML                          Tex
 * </pre>
 *
 * <p>Imports the engine, jsoup, and GraalJS for KaTeX; nothing of the site imports it.
 */
@NullMarked
package org.fallline.web.build.chapter;

import org.jspecify.annotations.NullMarked;
