package org.fallline.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentException;
import org.fallline.json.Json;
import org.fallline.json.JsonException;
import org.fallline.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** An experiment in a file, or on standard input where the file's name is {@code -}. */
final class SpecFile {
    private SpecFile() {}

    /** The experiment; what is wrong with it ends the command. */
    static Experiment read(String file, Console console) {
        String name = file.equals("-") ? "standard input" : file;
        String text = text(file, name, console);
        try {
            return ExperimentCodec.read(text);
        } catch (JsonException e) {
            throw new CommandException(name + ": not JSON: " + e.getMessage());
        } catch (ExperimentException e) {
            String message = name + ": " + (e.pointer().isEmpty() ? "" : e.pointer() + ": ") + e.getMessage();
            String formula = e.position() < 0 ? null : string(JsonReader.read(text), e.pointer());
            throw formula == null
                    ? new CommandException(message)
                    : CommandException.pointing(message, formula, e.position());
        }
    }

    private static String text(String file, String name, Console console) {
        try {
            byte[] bytes = file.equals("-") ? console.in().readAllBytes() : Files.readAllBytes(Path.of(file));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new CommandException(name + ": no such file");
        } catch (CharacterCodingException e) {
            throw new CommandException(name + ": not text in UTF-8");
        } catch (IOException e) {
            throw new CommandException(name + ": cannot be read: " + e);
        }
    }

    /** The string a pointer of plain names leads to, or null. */
    private static @Nullable String string(Json json, String pointer) {
        Json at = json;
        for (String name : pointer.substring(1).split("/", -1)) {
            at = at instanceof Json.Obj object ? object.member(name) : null;
        }
        return at instanceof Json.Str string ? string.text() : null;
    }
}
