package org.fallline.emit;

/** Statements of GLSL, one a line, indented by their blocks. */
final class GlslCode {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int names;

    /** Appends a line. */
    GlslCode line(String statement) {
        for (int i = 0; i < depth; i++) {
            text.append(INDENT);
        }
        text.append(statement).append('\n');
        return this;
    }

    /** Begins a block. */
    GlslCode open(String head) {
        line(head + " {");
        depth++;
        return this;
    }

    /** Ends a block. */
    GlslCode close() {
        depth--;
        return line("}");
    }

    /** Begins a loop over {@code variable} from 0 to below an end. */
    GlslCode loop(String variable, int end) {
        return open("for (int " + variable + " = 0; " + variable + " < " + end + "; " + variable + "++)");
    }

    /** The number of a name that nothing has yet. */
    int fresh() {
        return names++;
    }

    /** Appends the declaration of a new variable, and returns its name. */
    Glsl variable(Glsl value, boolean isWide) {
        Glsl name = new Glsl("t" + fresh(), value.isMask(), isWide);
        line(name.type() + " " + name.text() + " = " + (isWide ? value.widened() : value.text()) + ";");
        return name;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
