/**
 * What to descend: a loss as a function of named parameters.
 *
 * <pre>
 * Problem     = ParameterLayout (Node* → Node) start domain minimum*
 * ProblemSpec = Function(name | formula data, domain) | Linear(x, y, W, b) | Network   — what an experiment says
 * Columns     = (name vector)*                           — the data of a formula
 * Network     = ExamplesSpec feature* Layer* Loss batch-size
 * Learning    = Network, made: Model, Split, Loss → Problem, Evaluation
 * Sampling    = data of a step, (parameters, data → loss of the step)
 * Objective   = params → loss, gradient, Hessian         — what optimizers see of a problem
 * HeldObjective = an objective as a function of the parameters that are not frozen
 * Formula     = text → a node of its variables and columns; its grammar stands at {@link org.fallline.problem.Formula}
 * FormulaTex  = text → TeX
 * </pre>
 *
 * <p>Imports {@code math}, {@code catalogue}, {@code tensor}, {@code autodiff}, {@code optim}, {@code nn} and
 * {@code data}.
 *
 * <pre>{@code
 * Problem problem = new ProblemSpec.Function("", "x^2 + y^2", Map.of()).problem();
 * problem.valueAndGradient().value(new double[] {3, 4}); // 25
 * }</pre>
 */
@NullMarked
package org.fallline.problem;

import org.jspecify.annotations.NullMarked;
