package org.fallline.problem;

import static org.fallline.problem.TestFunction.at;
import static org.fallline.problem.TestFunction.entry;
import static org.fallline.problem.TestFunction.over;
import static org.fallline.problem.TestFunction.startingAt;

import java.util.List;
import org.fallline.catalogue.Entry;

/** Functions of several hollows, where the start decides which one a descent ends in. */
final class HollowFunctions {
    static final List<Entry<TestFunction>> ENTRIES = List.of(
            entry(
                    "doubleWell",
                    "Double well",
                    "Two wells: the start decides.",
                    "(x^2 - 1)^2 + 0.3x",
                    "Strogatz, Nonlinear Dynamics and Chaos, 1994",
                    // The descent ends in the shallower well, at 0.96.
                    over(-2, 2),
                    startingAt(1.6),
                    -0.30542848374391596,
                    0.02,
                    at(-1.0355787140888537)),
            entry(
                    "himmelblau",
                    "Himmelblau",
                    "Four equal minima: the start decides which.",
                    "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
                    "Himmelblau, Applied Nonlinear Programming, 1972",
                    // From here SGD, momentum and Adam come down to three different minima.
                    over(-5, 5),
                    startingAt(0, -3),
                    0,
                    0.01,
                    at(3, 2),
                    at(-2.805118086952745, 3.131312518250573),
                    at(-3.779310253377747, -3.2831859912861696),
                    at(3.5844283403304917, -1.8481265269644036)),
            entry(
                    "branin",
                    "Branin",
                    "Three equal minima along a wave.",
                    "10 + 10 (1 - 1/(8pi)) cos(x) + (y - 5.1x^2/(4pi^2) + 5x/pi - 6)^2",
                    "Dixon and Szegő, The Global Optimisation Problem: an Introduction, 1978",
                    over(-5, 10, 0, 15),
                    startingAt(6, 12),
                    0.3978873577297383,
                    0.01,
                    at(-3.141592653589793, 12.275),
                    at(3.141592653589793, 2.275),
                    at(9.42477796076938, 2.475)),
            entry(
                    "mccormick",
                    "McCormick",
                    "A slope with waves on it.",
                    "sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1",
                    "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013",
                    // At (1/2 - π/3, -1/2 - π/3); beyond this picture it falls without end.
                    over(-1.5, 4, -3, 4),
                    startingAt(-1, 3),
                    -1.9132229549810364,
                    0.05,
                    at(-0.5471975511965977, -1.5471975511965979)),
            entry(
                    "threeHumpCamel",
                    "Three-hump camel",
                    "One minimum between two traps.",
                    "2x^2 - 1.05x^4 + x^6/6 + xy + y^2",
                    "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013",
                    over(-2.5, 2.5),
                    startingAt(-0.8, 2),
                    0,
                    0.05,
                    at(0, 0)),
            entry(
                    "sixHumpCamel",
                    "Six-hump camel",
                    "Six minima, two of them lowest.",
                    "(4 - 2.1x^2 + x^4/3) x^2 + xy + (-4 + 4y^2) y^2",
                    "Dixon and Szegő, The Global Optimisation Problem: an Introduction, 1978",
                    over(-2, 2, -1.2, 1.2),
                    startingAt(1, 1),
                    -1.0316284534898774,
                    0.01,
                    at(0.08984201310031806, -0.7126564030207396),
                    at(-0.08984201310031806, 0.7126564030207396)),
            entry(
                    "bohachevsky",
                    "Bohachevsky",
                    "A bowl with ripples: small traps on the way.",
                    "x^2 + 2y^2 - 0.3cos(3pi x) - 0.4cos(4pi y) + 0.7",
                    "Bohachevsky, Johnson and Stein, Technometrics 28(3), 1986",
                    over(-2, 2),
                    startingAt(-1.5, 1.2),
                    0,
                    0.008,
                    at(0, 0)),
            entry(
                    "styblinskiTang",
                    "Styblinski–Tang",
                    "Four wells, one of them deepest.",
                    "(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2",
                    "Styblinski and Tang, Neural Networks 3(4), 1990",
                    over(-5, 5),
                    startingAt(0.5, -0.5),
                    -78.33233140754282,
                    0.01,
                    at(-2.903534027771177, -2.903534027771177)),
            entry(
                    "rastrigin",
                    "Rastrigin",
                    "A field of traps: descent rests in the nearest.",
                    "20 + x^2 + y^2 - 10 (cos(2pi x) + cos(2pi y))",
                    "Rastrigin, Systems of Extremal Control, 1974",
                    // The descent ends in the nearest of about a hundred hollows.
                    over(-5.12, 5.12),
                    startingAt(-2.4, 1.6),
                    0,
                    0.002,
                    at(0, 0)),
            entry(
                    "ackley",
                    "Ackley",
                    "A plain with a funnel in its middle.",
                    "20 + e - 20exp(-0.2 √((x^2 + y^2)/2)) - exp((cos(2pi x) + cos(2pi y))/2)",
                    "Ackley, A Connectionist Machine for Genetic Hillclimbing, 1987",
                    // The minimum is the tip of a funnel, where no derivative exists.
                    over(-5, 5),
                    startingAt(-1.7, 0.5),
                    0,
                    0.01,
                    at(0, 0)),
            entry(
                    "griewank",
                    "Griewank",
                    "Fine ripples on a wide bowl.",
                    "1 + (x^2 + y^2)/4000 - cos(x) cos(y/√2)",
                    "Griewank, Journal of Optimization Theory and Applications 34(1), 1981",
                    over(-10, 10),
                    startingAt(2, -3),
                    0,
                    0.2,
                    at(0, 0)),
            entry(
                    "levy13",
                    "Lévy no. 13",
                    "Waves over a bowl: many small traps.",
                    "sin²(3pi x) + (x - 1)^2 (1 + sin²(3pi y)) + (y - 1)^2 (1 + sin²(2pi y))",
                    "Lévy and Montalvo, SIAM Journal on Scientific and Statistical Computing 6(1), 1985",
                    over(-4, 4),
                    startingAt(0.5, 0.2),
                    0,
                    0.004,
                    at(1, 1)),
            entry(
                    "schaffer2",
                    "Schaffer no. 2",
                    "Rings of ripples round the minimum.",
                    "0.5 + (sin²(x^2 - y^2) - 0.5)/(1 + 0.001 (x^2 + y^2))^2",
                    "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4(2), 2013",
                    over(-4, 4),
                    startingAt(0.4, 1.3),
                    0,
                    0.02,
                    at(0, 0)),
            entry(
                    "easom",
                    "Easom",
                    "A hole in a plain: hardly a slope to follow.",
                    "-cos(x) cos(y) exp(-(x - pi)^2 - (y - pi)^2)",
                    "Easom, A Survey of Global Optimization Techniques, 1990",
                    // All around the hole the function is flat: further out nothing leads to it.
                    over(0, 6.5),
                    startingAt(1.7, 4.2),
                    -1,
                    0.1,
                    at(3.141592653589793, 3.141592653589793)));

    private HollowFunctions() {}
}
