package org.fallline.server.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/**
 * The log, to standard error: a line a start, a stop, a change and an error. The libraries speak only when something is wrong.
 *
 * <p>Found by Logback as the service that configures it, so there is no file to read and nothing to look for.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    /** The form of a line. */
    public enum Form {
        TEXT,
        JSON
    }

    /** A message of several lines stays one line; only stack traces have lines of their own. */
    private static final String LINE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %level %logger{0} - %replace(%msg){'[\\r\\n]+', ' '} %kvp{NONE} %X%n";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        set(context, Form.TEXT);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Writes the log in another form from now on. */
    public static void use(Form form) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            set(context, form);
        }
    }

    private static void set(LoggerContext context, Form form) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, form));
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        String level = System.getProperty("fallline.log", "info");
        context.getLogger("org.fallline").setLevel(Level.toLevel(level, Level.INFO));
        // Says again what App and Problems say, in more lines.
        context.getLogger("io.javalin").setLevel(Level.OFF);
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, Form form) {
        if (form == Form.JSON) {
            JsonEncoder json = new JsonEncoder();
            json.setContext(context);
            json.setWithSequenceNumber(false);
            json.setWithContext(false);
            json.start();
            return json;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(LINE);
        text.start();
        return text;
    }
}
