package org.fallline.web.conformance;

/** Prints what the engine computes, section by section; to compare more, add a section here. */
public final class Conformance {
    private Conformance() {}

    public static void main(String[] args) {
        print(new Lines(System.out::println));
    }

    static void print(Lines lines) {
        ArithmeticSection.print(lines);
        MathSection.print(lines);
        VocabularySection.print(lines);
        ChapterSection.print(lines);
        DescentSection.print(lines);
        TrajectorySection.print(lines);
        TextSection.print(lines);
        PictureSection.print(lines);
    }
}
