package org.fallline.web.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a compilation depends on, as text: the arguments and every file of the class path with its size and time. It is
 * kept beside the output; while it stays the same there is nothing to do.
 */
record Inputs(String text) {
    static Inputs of(List<String> arguments) throws IOException {
        StringBuilder text = new StringBuilder(String.join("\n", arguments)).append('\n');
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            try (Stream<Path> files = Files.walk(Path.of(entry))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    text.append(file).append(' ').append(attributes.size());
                    text.append(' ')
                            .append(attributes.lastModifiedTime().toMillis())
                            .append('\n');
                }
            }
        }
        return new Inputs(text.toString());
    }

    /** Whether the outputs of these inputs are in the folder already. */
    boolean isDone(Path folder, List<String> outputs) throws IOException {
        return Files.isRegularFile(record(folder))
                && Files.readString(record(folder)).equals(text)
                && outputs.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** Notes that the folder has the outputs of these inputs. */
    void done(Path folder) throws IOException {
        Files.writeString(record(folder), text);
    }

    private static Path record(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".inputs");
    }
}
