package org.fallline.problem;

import static org.fallline.problem.TestFunction.at;
import static org.fallline.problem.TestFunction.entry;
import static org.fallline.problem.TestFunction.over;
import static org.fallline.problem.TestFunction.startingAt;

import java.util.List;
import org.fallline.catalogue.Entry;

/** Functions that lead down to one minimum or two, some by a valley that is long and narrow. */
final class ValleyFunctions {
    static final List<Entry<TestFunction>> ENTRIES = List.of(
            entry(
                    "sphere",
                    "Sphere",
                    "The plainest bowl: the gradient points away from the minimum.",
                    "x^2 + y^2",
                    "De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, 1975",
                    over(-4, 4),
                    startingAt(-3, 2.5),
                    0,
                    0.1,
                    at(0, 0)),
            entry(
                    "booth",
                    "Booth",
                    "A tilted bowl: steepest is not shortest.",
                    "(x + 2y - 7)^2 + (2x + y - 5)^2",
                    "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013",
                    over(-10, 10),
                    startingAt(-6, -2),
                    0,
                    0.04,
                    at(1, 3)),
            entry(
                    "matyas",
                    "Matyas",
                    "A shallow trough: quick across, slow along.",
                    "0.26 (x^2 + y^2) - 0.48xy",
                    "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013",
                    over(-10, 10),
                    startingAt(8, -3),
                    0,
                    0.5,
                    at(0, 0)),
            entry(
                    "trid",
                    "Trid",
                    "Variables that pull on each other.",
                    "(x - 1)^2 + (y - 1)^2 - xy",
                    "Surjanovic and Bingham, Virtual Library of Simulation Experiments, 2013: Trid",
                    over(-4, 4),
                    startingAt(-3, 0),
                    -2,
                    0.1,
                    at(2, 2)),
            entry(
                    "ravine",
                    "Ravine",
                    "Steep walls and a gentle floor: why momentum helps.",
                    "(x^2 + 50y^2)/2",
                    "Goh, Why Momentum Really Works, Distill, 2017",
                    // The step across the ravine overshoots by 0.8 of the distance, so that the descent zigzags.
                    over(-4, 4, -2, 2),
                    startingAt(-3, 1.5),
                    0,
                    0.036,
                    at(0, 0)),
            entry(
                    "zakharov",
                    "Zakharov",
                    "Flat at the bottom, steep outside: no one rate suits both.",
                    "x^2 + y^2 + (0.5x + y)^2 + (0.5x + y)^4",
                    "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013",
                    over(-5, 5),
                    startingAt(-3, 3),
                    0,
                    0.02,
                    at(0, 0)),
            entry(
                    "rosenbrock",
                    "Rosenbrock",
                    "The banana valley: soon found, slowly followed.",
                    "(1 - x)^2 + 100 (y - x^2)^2",
                    "Rosenbrock, The Computer Journal 3(3), 1960",
                    over(-2, 2, -1, 3),
                    startingAt(-1.2, 1),
                    0,
                    0.001,
                    at(1, 1)),
            entry(
                    "beale",
                    "Beale",
                    "A flat valley between sharp rises.",
                    "(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
                    "Moré, Garbow and Hillstrom, ACM Trans. Mathematical Software 7(1), 1981, no. 5",
                    // The corners are flat shelves above the rest by a factor of a million; from here the way is a
                    // short one.
                    over(-4.5, 4.5),
                    startingAt(1, 1),
                    0,
                    0.01,
                    at(3, 0.5)),
            entry(
                    "dixonPrice",
                    "Dixon–Price",
                    "A bent valley with two ends.",
                    "(x - 1)^2 + 2 (2y^2 - x)^2",
                    "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013",
                    over(-2, 3, -2, 2),
                    startingAt(2.5, -1.5),
                    0,
                    0.01,
                    at(1, 0.7071067811865476),
                    at(1, -0.7071067811865476)),
            entry(
                    "goldsteinPrice",
                    "Goldstein–Price",
                    "Losses from 3 to a million: scale matters.",
                    "(1 + (x + y + 1)^2 (19 - 14x + 3x^2 - 14y + 6xy + 3y^2)) "
                            + "(30 + (2x - 3y)^2 (18 - 32x + 12x^2 + 48y - 36xy + 27y^2))",
                    "Goldstein and Price, Mathematics of Computation 25(115), 1971",
                    over(-2, 2),
                    startingAt(0.5, -0.5),
                    3,
                    0.0001,
                    at(0, -1)),
            entry(
                    "rosenbrock4",
                    "Rosenbrock of four variables",
                    "The banana valley again, with four variables.",
                    "(1 - x1)^2 + 100 (x2 - x1^2)^2 + (1 - x2)^2 + 100 (x3 - x2^2)^2 "
                            + "+ (1 - x3)^2 + 100 (x4 - x3^2)^2",
                    "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013",
                    over(-2, 2),
                    startingAt(-1.2, 1, -1.2, 1),
                    0,
                    0.0005,
                    at(1, 1, 1, 1)),
            entry(
                    "powell",
                    "Powell's singular function",
                    "Four variables, flat at the minimum: the last digits take long.",
                    "(x1 + 10x2)^2 + 5 (x3 - x4)^2 + (x2 - 2x3)^4 + 10 (x1 - x4)^4",
                    "Moré, Garbow and Hillstrom, ACM Trans. Mathematical Software 7(1), 1981, no. 13",
                    // The Hessian at the minimum is singular.
                    over(-4, 4),
                    startingAt(3, -1, 0, 1),
                    0,
                    0.002,
                    at(0, 0, 0, 0)),
            entry(
                    "wood",
                    "Wood",
                    "Four variables, two valleys that are coupled.",
                    "(1 - x1)^2 + 100 (x2 - x1^2)^2 + (1 - x3)^2 + 90 (x4 - x3^2)^2 "
                            + "+ 10.1 ((x2 - 1)^2 + (x4 - 1)^2) + 19.8 (x2 - 1) (x4 - 1)",
                    "Moré, Garbow and Hillstrom, ACM Trans. Mathematical Software 7(1), 1981, no. 14",
                    over(-4, 4),
                    startingAt(-3, -1, -3, -1),
                    0,
                    0.0005,
                    at(1, 1, 1, 1)));

    private ValleyFunctions() {}
}
