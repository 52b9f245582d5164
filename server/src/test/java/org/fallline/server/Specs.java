package org.fallline.server;

/** Experiments that several tests send. */
public final class Specs {
    /** The chapter's linear model: one step of gradient descent with learning rate 0.01. */
    public static final String CHAPTER = """
            {"version":1,"problem":{"kind":"linear","x":[[1,2]],"y":[[1]],"W":[[0.1],[0.2]],"b":[0.3]},
             "steps":1,"optimizers":[{"kind":"sgd","learningRate":0.01}]}""";

    /** Two optimizers on Himmelblau's function. */
    public static final String HIMMELBLAU = """
            {"version":1,"problem":{"kind":"function","name":"himmelblau"},"steps":50,
             "optimizers":[{"kind":"sgd","learningRate":0.01},{"kind":"adam","learningRate":0.1}]}""";

    /** A network, looked at in every way that a view has. */
    public static final String LOOKED_AT = """
            {"version":1,"problem":{"kind":"network","dataset":"circle","layers":[{"units":2,"activation":"tanh"},
             {"units":1,"activation":"tanh"}]},"steps":20,
             "optimizers":[{"kind":"sgd","learningRate":0.01},{"kind":"adam","learningRate":0.1}],
             "view":{"plane":"points","points":[{"optimizer":1,"step":2},{"step":0},{"optimizer":1,"step":20}],
              "walker":1,"anchor":3,"follow":true,"window":{"u":[-1,1],"v":[-2,2]},"scale":"rank","colors":"cividis",
              "shading":false,"projection":"surface","camera":[10,30,1],"layers":["field","step"],"step":7,"optimizer":1,
              "computation":{"pass":"backward","node":2,"open":[0],"tensor":"W1","compare":true,"edges":"errors",
               "example":3}}}""";

    private Specs() {}

    /** A descent of a typed formula. */
    public static String formula(String formula) {
        return "{\"version\":1,\"problem\":{\"kind\":\"function\",\"formula\":\"" + formula + "\"}}";
    }

    /** Himmelblau's function with a title and notes, which are JSON strings' contents. */
    public static String titled(String title, String notes) {
        return "{\"version\":1,\"title\":\"" + title + "\",\"notes\":\"" + notes
                + "\",\"problem\":{\"kind\":\"function\",\"name\":\"himmelblau\"}}";
    }
}
