package org.fallline.web.build;

import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * Changes a program, after TeaVM's optimizations, where TeaVM 0.16.0 would change the bits of a {@code double}. What is put
 * in its place is exact, also for zeros of either sign and infinities.
 */
final class ExactArithmetic {
    private static final Set<BinaryOperation> SUMS = Set.of(BinaryOperation.ADD, BinaryOperation.SUBTRACT);
    private static final Set<BinaryOperation> PRODUCTS =
            Set.of(BinaryOperation.MULTIPLY, BinaryOperation.DIVIDE, BinaryOperation.MODULO);

    private final Program program;

    /** The operation on doubles that computes a variable, by the variable's index; null for what is not one. */
    private final @Nullable BinaryOperation[] operations;

    private ExactArithmetic(Program program) {
        this.program = program;
        this.operations = new BinaryOperation[program.variableCount()];
    }

    /**
     * For JavaScript, where TeaVM writes {@code a + (b - c)} as {@code a+b-c} and {@code a * (b / c)} as {@code a*b/c}, as if
     * rounding did not depend on the grouping. A nested operation is put first, {@code b-c+a}; where both are nested, signs
     * keep them apart: {@code a+b-(-(c+d))} and {@code -(a*b*(-(c*d)))}.
     */
    static void keepGrouping(Program program) {
        ExactArithmetic change = new ExactArithmetic(program);
        change.replaceEach((block, instruction) -> {
            change.note(instruction);
            return instruction;
        });
        change.replaceEach((block, instruction) ->
                instruction instanceof BinaryInstruction binary && binary.getOperandType() == NumericOperandType.DOUBLE
                        ? change.grouped(binary)
                        : instruction);
    }

    /** For WebAssembly, where TeaVM writes {@code -x} as {@code 0-x}, which is 0 for 0; {@code -0.0-x} is exact. */
    static void negateZeros(Program program) {
        ExactArithmetic change = new ExactArithmetic(program);
        change.replaceEach((block, instruction) -> instruction instanceof NegateInstruction negation
                        && negation.getOperandType() == NumericOperandType.DOUBLE
                ? change.difference(negation)
                : instruction);
    }

    /** Puts the function's result in the place of every instruction. */
    private void replaceEach(BiFunction<BasicBlock, Instruction, Instruction> function) {
        for (BasicBlock block : program.getBasicBlocks()) {
            Instruction instruction = block.getFirstInstruction();
            while (instruction != null) {
                Instruction replacement = function.apply(block, instruction);
                if (replacement != instruction) {
                    replacement.setLocation(instruction.getLocation());
                    instruction.replace(replacement);
                }
                instruction = replacement.getNext();
            }
        }
    }

    private void note(Instruction instruction) {
        if (instruction instanceof BinaryInstruction binary && binary.getOperandType() == NumericOperandType.DOUBLE) {
            operations[binary.getReceiver().getIndex()] = binary.getOperation();
        }
    }

    private Instruction grouped(BinaryInstruction binary) {
        return switch (binary.getOperation()) {
            case ADD -> isOneOf(SUMS, binary.getSecondOperand()) ? groupedSum(binary) : binary;
            case MULTIPLY -> isOneOf(PRODUCTS, binary.getSecondOperand()) ? groupedProduct(binary) : binary;
            default -> binary;
        };
    }

    private Instruction groupedSum(BinaryInstruction sum) {
        if (!isOneOf(SUMS, sum.getFirstOperand())) {
            return swapped(sum);
        }
        Variable negated = negatedBefore(sum, sum.getSecondOperand());
        return binary(BinaryOperation.SUBTRACT, sum.getFirstOperand(), negated, sum.getReceiver());
    }

    private Instruction groupedProduct(BinaryInstruction product) {
        if (!isOneOf(PRODUCTS, product.getFirstOperand())) {
            return swapped(product);
        }
        Variable negated = negatedBefore(product, product.getSecondOperand());
        BinaryInstruction opposite =
                binary(BinaryOperation.MULTIPLY, product.getFirstOperand(), negated, program.createVariable());
        product.insertPrevious(opposite);
        return negation(opposite.getReceiver(), product.getReceiver());
    }

    private static Instruction swapped(BinaryInstruction binary) {
        return binary(binary.getOperation(), binary.getSecondOperand(), binary.getFirstOperand(), binary.getReceiver());
    }

    private Instruction difference(NegateInstruction negation) {
        DoubleConstantInstruction minusZero = new DoubleConstantInstruction();
        minusZero.setConstant(-0.0);
        minusZero.setReceiver(program.createVariable());
        negation.insertPrevious(minusZero);
        return binary(BinaryOperation.SUBTRACT, minusZero.getReceiver(), negation.getOperand(), negation.getReceiver());
    }

    private Variable negatedBefore(Instruction instruction, Variable operand) {
        NegateInstruction negation = negation(operand, program.createVariable());
        instruction.insertPrevious(negation);
        return negation.getReceiver();
    }

    private boolean isOneOf(Set<BinaryOperation> kinds, Variable variable) {
        BinaryOperation operation = operations[variable.getIndex()];
        return operation != null && kinds.contains(operation);
    }

    private static NegateInstruction negation(Variable operand, Variable receiver) {
        NegateInstruction negation = new NegateInstruction(NumericOperandType.DOUBLE);
        negation.setOperand(operand);
        negation.setReceiver(receiver);
        return negation;
    }

    private static BinaryInstruction binary(
            BinaryOperation operation, Variable first, Variable second, Variable receiver) {
        BinaryInstruction binary = new BinaryInstruction(operation, NumericOperandType.DOUBLE);
        binary.setFirstOperand(first);
        binary.setSecondOperand(second);
        binary.setReceiver(receiver);
        return binary;
    }
}
