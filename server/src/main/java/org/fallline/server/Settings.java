package org.fallline.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides.
 *
 * @param host name or address to listen on; empty for every address of the machine
 * @param port port to listen on; 0 for any free one
 * @param data directory of the embedded database, created when missing
 * @param publicUrl where visitors reach the server, without a slash at the end; null when it is what requests say
 */
public record Settings(
        String host, int port, Path data, @Nullable String publicUrl) {}
