package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A structure of values: one value, a list of structures, or named fields that are structures. Gradients by a structure of
 * variables come in the same structure. Source: TensorFlow's {@code tf.nest}.
 *
 * <pre>{@code
 * Map<String, Nest<Variable>> fields = new LinkedHashMap<>(); // keeps their order
 * fields.put("kernels", Nest.of(List.of(w1, w2)));
 * fields.put("bias", Nest.leaf(b));
 * Nest<Variable> model = Nest.fields(fields);
 * tape.gradient(loss, model).at("kernels").at(0).value(); // by w1
 * }</pre>
 *
 * @param <T> of the values
 */
public sealed interface Nest<T extends @Nullable Object> {
    /** The same structure of what a function makes of each value, in order. */
    <R extends @Nullable Object> Nest<R> map(Function<? super T, ? extends R> function);

    /** The values, in order. */
    default List<T> leaves() {
        List<T> leaves = new ArrayList<>();
        map(leaves::add);
        return Collections.unmodifiableList(leaves);
    }

    /**
     * The value that this is.
     *
     * @throws IllegalArgumentException if this is a list or has fields
     */
    default T value() {
        throw new IllegalArgumentException("not a value but " + this);
    }

    /**
     * The structure at an index of the list that this is.
     *
     * @throws IllegalArgumentException if this is not a list that long
     */
    default Nest<T> at(int index) {
        throw new IllegalArgumentException("there is no item " + index + " in " + this);
    }

    /**
     * The structure in a field.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    default Nest<T> at(String field) {
        throw new IllegalArgumentException("there is no field " + field + " in " + this);
    }

    /** One value. */
    static <T extends @Nullable Object> Nest<T> leaf(T value) {
        return new Leaf<>(value);
    }

    /** A list of values. */
    static <T extends @Nullable Object> Nest<T> of(List<? extends T> values) {
        List<Nest<T>> items = new ArrayList<>();
        values.forEach(value -> items.add(new Leaf<>(value)));
        return new Items<>(items);
    }

    /** Named values, in the order in which the map iterates. */
    static <T extends @Nullable Object> Nest<T> of(Map<String, ? extends T> values) {
        Map<String, Nest<T>> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, new Leaf<>(value)));
        return new Fields<>(fields);
    }

    /** A list of structures. */
    static <T extends @Nullable Object> Nest<T> items(List<Nest<T>> items) {
        return new Items<>(items);
    }

    /** Named structures, in the order in which the map iterates. */
    static <T extends @Nullable Object> Nest<T> fields(Map<String, Nest<T>> fields) {
        return new Fields<>(fields);
    }

    /**
     * One value.
     *
     * @param value itself
     */
    record Leaf<T extends @Nullable Object>(T value) implements Nest<T> {
        @Override
        public <R extends @Nullable Object> Nest<R> map(Function<? super T, ? extends R> function) {
            return new Leaf<>(function.apply(value));
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /**
     * A list of structures.
     *
     * @param items in order
     */
    record Items<T extends @Nullable Object>(List<Nest<T>> items) implements Nest<T> {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public <R extends @Nullable Object> Nest<R> map(Function<? super T, ? extends R> function) {
            List<Nest<R>> mapped = new ArrayList<>();
            items.forEach(item -> mapped.add(item.map(function)));
            return new Items<>(mapped);
        }

        @Override
        public Nest<T> at(int index) {
            return index >= 0 && index < items.size() ? items.get(index) : Nest.super.at(index);
        }

        @Override
        public String toString() {
            return items.toString();
        }
    }

    /**
     * Named structures.
     *
     * @param fields in order
     */
    record Fields<T extends @Nullable Object>(Map<String, Nest<T>> fields) implements Nest<T> {
        public Fields {
            // Not Map.copyOf, which forgets the order.
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public <R extends @Nullable Object> Nest<R> map(Function<? super T, ? extends R> function) {
            Map<String, Nest<R>> mapped = new LinkedHashMap<>();
            fields.forEach((name, field) -> mapped.put(name, field.map(function)));
            return new Fields<>(mapped);
        }

        @Override
        public Nest<T> at(String name) {
            Nest<T> field = fields.get(name);
            return field == null ? Nest.super.at(name) : field;
        }

        @Override
        public String toString() {
            return fields.toString();
        }
    }
}
