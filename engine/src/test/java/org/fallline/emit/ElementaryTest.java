package org.fallline.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.fallline.autodiff.op.Compare;
import org.fallline.autodiff.op.Elementwise;
import org.fallline.math.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions in single precision: beside those in doubles, and as emitted code beside Java's floats. */
class ElementaryTest {
    private static final FloatAlgebra FLOATS = new FloatAlgebra();
    private static final int POINTS = 512;

    /** A function, the domain on which its error is stated, and the error, relative to the greater of |y| and a floor. */
    private record Row(
            String name,
            ElementFunction.One function,
            DoubleUnaryOperator exact,
            double least,
            double most,
            double error,
            double floor) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> rows() {
        double tiny = 1e-37;
        return List.of(
                new Row("tanh", Elementary::tanh, Real::tanh, -20, 20, 1.3e-6, tiny),
                new Row("exp", Elementary::exp, Real::exp, -87, 88, 2e-7, tiny),
                new Row("expm1", Elementary::expm1, Real::expm1, -20, 88, 4e-7, tiny),
                new Row("log", Elementary::log, Real::log, 1e-37, 100, 3e-7, tiny),
                new Row("log near 1", Elementary::log, Real::log, 0.5, 2, 3e-7, tiny),
                new Row("log1p", Elementary::log1p, Real::log1p, -0.99, 100, 4e-7, tiny),
                new Row("sigmoid", Elementary::sigmoid, Real::sigmoid, -86, 86, 4e-7, tiny),
                new Row(
                        "softplus",
                        Elementary::softplus,
                        x -> Real.log1p(Real.exp(-Math.abs(x))) + Math.max(x, 0),
                        -86,
                        86,
                        4e-7,
                        tiny),
                new Row("sin", Elementary::sin, Real::sin, -8000, 8000, 2e-7, 1),
                new Row("cos", Elementary::cos, Real::cos, -8000, 8000, 2e-7, 1),
                new Row("sinh", Elementary::sinh, Real::sinh, -88, 88, 5e-7, tiny),
                new Row("cosh", Elementary::cosh, Real::cosh, -88, 88, 4e-7, tiny),
                new Row("erf", Elementary::erf, Real::erf, -6, 6, 3e-7, tiny));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void function_onItsDomain_hasTheStatedError(Row row) {
        Random random = new Random(7);
        double worst = 0;
        double where = 0;
        for (int i = 0; i < 200_000; i++) {
            double spread = i % 2 == 0 ? 1 : Math.pow(10, -6 * random.nextDouble());
            float x = (float) ((row.least() + (row.most() - row.least()) * random.nextDouble()) * spread);
            if (!(x >= row.least() && x <= row.most())) {
                continue;
            }
            double exact = row.exact().applyAsDouble(x);
            double error = Math.abs(row.function().at(FLOATS, x) - exact) / Math.max(Math.abs(exact), row.floor());
            if (error > worst) {
                worst = error;
                where = x;
            }
        }
        assertTrue(worst <= row.error(), row + ": " + worst + " at " + where);
        assertTrue(worst >= row.error() / 8, row + " is stated too loosely: " + worst);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void function_asEmittedCode_equalsTheTwinInEveryBit(Row row) {
        float[] x = new float[POINTS];
        Random random = new Random(9);
        for (int i = 0; i < POINTS; i++) {
            x[i] = (float) (row.least() + (row.most() - row.least()) * random.nextDouble());
        }
        float[] edges = {
            0,
            -0f,
            1,
            -1,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MIN_VALUE,
            1e38f,
            -1e38f,
            5e-39f
        };
        System.arraycopy(edges, 0, x, 0, edges.length);
        float[] emitted = emitted(row.function(), x);
        for (int i = 0; i < POINTS; i++) {
            float twin = row.function().at(FLOATS, x[i]);
            assertEquals(Float.floatToIntBits(twin), Float.floatToIntBits(emitted[i]), row + " of " + x[i]);
        }
    }

    /** Runs {@code apply(count)}: from 0 on arguments, behind them values. */
    private static float[] emitted(ElementFunction.One function, float[] x) {
        WasmCode code = new WasmCode();
        WasmCode data = new WasmCode();
        int bytes = 4 * x.length;
        WasmLanes lanes = new WasmLanes(
                code,
                1,
                bits -> {
                    data.int32(bits);
                    return 2 * bytes + data.length() - 4;
                },
                false);
        code.loop();
        Lane argument = out -> out.localGet(0).access(WasmCode.V128_LOAD, 4, 0);
        Lane.Local value = lanes.local();
        lanes.set(value, function.at(lanes, argument));
        code.localGet(0);
        value.write(code);
        code.access(WasmCode.V128_STORE, 4, bytes);
        code.increase(0, 16).repeatWhileBelow(0, bytes);
        WasmModule module = new WasmModule();
        module.export("apply", module.function(1, 0, lanes.locals(), code));
        try (WasmRun run = new WasmRun(module.toBytes(2 * bytes + data.length(), 2 * bytes, data))) {
            run.writeFloats(0, x);
            run.call("apply", 0);
            return run.readFloats(bytes, x.length);
        }
    }

    @Test
    void elementwiseOps_ofTheEngine_haveAnExpressionOrAreLeftToTheKernel() {
        TreeSet<String> forgotten = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("target/classes/org/fallline/autodiff/op"))) {
            if (type.isAssignableTo(Elementwise.class) && type.isRecord()) {
                forgotten.addAll(names(type));
            }
        }
        assertTrue(forgotten.size() > 30, "the ops were not found");
        forgotten.removeAll(ElementFunctions.names());
        forgotten.removeAll(ElementFunctions.BY_THEIR_INPUTS);
        forgotten.removeAll(ElementFunctions.LEFT_TO_THE_KERNEL);
        assertEquals(new TreeSet<>(), forgotten, "add these to ElementFunctions");
    }

    private static List<String> names(JavaClass type) {
        try {
            if (type.isEquivalentTo(Compare.class)) {
                List<String> names = new ArrayList<>();
                for (Compare.Relation relation : Compare.Relation.values()) {
                    names.add(new Compare(relation).name());
                }
                return names;
            }
            Object op = type.reflect().getDeclaredConstructor().newInstance();
            return List.of(((Elementwise) op).name());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName() + " has parameters: name it here", e);
        }
    }
}
