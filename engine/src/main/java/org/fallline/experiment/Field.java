package org.fallline.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.json.Json;
import org.fallline.math.Decimal;
import org.jspecify.annotations.Nullable;

/** A place in an experiment's JSON that knows its path, so that every refusal can name it. */
record Field(Json json, String pointer) {
    ExperimentException error(String message) {
        return new ExperimentException(pointer, message, -1);
    }

    private ExperimentException expected(String what) {
        return error("expected " + what + " but found " + json.kind());
    }

    /** The members of an object that has no others than these. */
    Map<String, Field> members(List<String> known) {
        Map<String, Field> members = anyMembers();
        for (Map.Entry<String, Field> member : members.entrySet()) {
            if (!known.contains(member.getKey())) {
                throw member.getValue()
                        .error("unknown field \"" + member.getKey() + "\"; the fields here are "
                                + String.join(", ", known));
            }
        }
        return members;
    }

    /** The members of an object, whatever their names. */
    Map<String, Field> anyMembers() {
        if (!(json instanceof Json.Obj obj)) {
            throw expected("an object");
        }
        Map<String, Field> members = new LinkedHashMap<>();
        obj.members().forEach((name, value) -> members.put(name, new Field(value, pointer + "/" + escaped(name))));
        return members;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The member of this name, or null. */
    @Nullable Field member(String name) {
        Json value = json instanceof Json.Obj obj ? obj.member(name) : null;
        return value == null ? null : new Field(value, pointer + "/" + name);
    }

    /** The member of this name, which must be there. */
    Field require(String name) {
        if (!(json instanceof Json.Obj)) {
            throw expected("an object");
        }
        Field member = member(name);
        if (member == null) {
            throw error("the field \"" + name + "\" is missing");
        }
        return member;
    }

    /** The items of an array. */
    List<Field> items(int least, int most) {
        if (!(json instanceof Json.Arr arr)) {
            throw expected("an array");
        }
        int size = arr.items().size();
        if (size < least || size > most) {
            throw error(
                    "expected " + (least == most ? "" + least : least + " to " + most) + " items but found " + size);
        }
        List<Field> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(new Field(arr.items().get(i), pointer + "/" + i));
        }
        return items;
    }

    String text(int most) {
        if (!(json instanceof Json.Str str)) {
            throw expected("a string");
        }
        if (str.text().length() > most) {
            throw error("expected at most " + most + " characters but found "
                    + str.text().length());
        }
        return str.text();
    }

    double number() {
        if (!(json instanceof Json.Num num)) {
            throw expected("a number");
        }
        return num.value();
    }

    int integer(int least, int most) {
        double value = number();
        if (value != Math.floor(value) || value < least || value > most) {
            throw error("expected a whole number from " + least + " to " + most + " but found " + Decimal.text(value));
        }
        return (int) value;
    }

    boolean flag() {
        if (!(json instanceof Json.Bool bool)) {
            throw expected("true or false");
        }
        return bool.value();
    }

    List<Double> numbers(int least, int most) {
        return items(least, most).stream().map(Field::number).toList();
    }
}
