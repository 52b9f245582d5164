package org.fallline.server;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * What a command reads and where it writes.
 *
 * @param in standard input
 * @param out standard output: what the command was asked for
 * @param err standard error: what went wrong
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err) {}
