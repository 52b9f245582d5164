package org.fallline.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.math.Real;
import org.jspecify.annotations.Nullable;

/** A JSON value. */
public sealed interface Json {

    /** What the value is, in words a message can use: {@code "a number"}. */
    String kind();

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** One method a case, so that a new case breaks every consumer at compile time. */
    interface Visitor<R> {
        R object(Obj value);

        R array(Arr value);

        R string(Str value);

        R number(Num value);

        R bool(Bool value);

        R nothing(Null value);
    }

    /** An object: members in the order in which they were written. */
    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The member of this name, or null. */
        public @Nullable Json member(String name) {
            return members.get(name);
        }

        @Override
        public String kind() {
            return "an object";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.object(this);
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }

        /** An array of numbers, which are not modified; null for each that is not finite. */
        public static Arr of(double... values) {
            Json[] items = new Json[values.length];
            for (int i = 0; i < values.length; i++) {
                items[i] = number(values[i]);
            }
            return new Arr(List.of(items));
        }

        @Override
        public String kind() {
            return "an array";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /** A string. */
    record Str(String text) implements Json {
        @Override
        public String kind() {
            return "a string";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.string(this);
        }
    }

    /** A number, always finite. */
    record Num(double value) implements Json {
        public Num {
            if (!Real.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no NaN and no infinity");
            }
        }

        @Override
        public String kind() {
            return "a number";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {
        @Override
        public String kind() {
            return "a boolean";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** The null value. */
    record Null() implements Json {
        @Override
        public String kind() {
            return "null";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /** A number; one that is not finite, which JSON has not, becomes null. */
    static Json number(double value) {
        return Real.isFinite(value) ? new Num(value) : new Null();
    }
}
