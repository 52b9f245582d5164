/**
 * Computations as drawings: which of a graph's nodes stand together, and where everything stands.
 *
 * <pre>
 *   Diagram = Box*, Edge*                        sizes and what joins them, without cycles
 *   Diagram ─Layering─▶ columns ─Ordering─▶ few crossings ─Placement─▶ Drawing = Place*, Route*
 *   Folding = Graph, Group*, which are open ──▶ Vertex*, Link*
 * </pre>
 *
 * <p>Lengths are CSS pixels, x to the right, y down. The same diagram has the same drawing everywhere.
 *
 * <p>Imports {@code math} and {@code autodiff}. Source of the layout: K. Sugiyama, S. Tagawa and M. Toda, <i>Methods for Visual
 * Understanding of Hierarchical System Structures</i>, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), 109–125.
 *
 * <pre>{@code
 * Diagram.Box box = new Diagram.Box(60, 30);
 * List<Diagram.Edge> edges = List.of(new Diagram.Edge(0, 1), new Diagram.Edge(1, 2), new Diagram.Edge(0, 2));
 * Drawing drawing = Drawing.of(new Diagram(List.of(box, box, box), edges), 40);
 * double right = drawing.places().get(2).x();
 * }</pre>
 */
@NullMarked
package org.fallline.diagram;

import org.jspecify.annotations.NullMarked;
