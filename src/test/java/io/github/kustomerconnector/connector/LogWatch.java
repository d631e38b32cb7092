package io.github.kustomerconnector.connector;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Records the log while it is open, with exceptions and causes: the connector at every level, the runtime from debug on.
 */
public final class LogWatch implements AutoCloseable {
    static final String OURS = "io.github.kustomerconnector";

    private static final Map<String, Level> LEVELS =
            Map.of(OURS, Level.TRACE, "io.camunda.connector", Level.DEBUG, "io.camunda.client", Level.DEBUG);

    private final Map<String, @Nullable Level> before = new HashMap<>();
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    private LogWatch() {}

    /** Watches from now on. */
    public static LogWatch open() {
        LogWatch watch = new LogWatch();
        LEVELS.forEach((name, level) -> {
            watch.before.put(name, logger(name).getLevel());
            logger(name).setLevel(level);
        });
        watch.appender.start();
        LEVELS.keySet().forEach(name -> {
            logger(name).addAppender(watch.appender);
            logger(name).setAdditive(false);
        });
        return watch;
    }

    /** The lines of the loggers with this prefix, each with its whole stack trace. */
    public List<String> lines(String logger) {
        return events.stream()
                .filter(event -> event.getLoggerName().startsWith(logger))
                .map(event ->
                        event.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .toList();
    }

    @Override
    public void close() {
        before.forEach((name, level) -> {
            logger(name).detachAppender(appender);
            logger(name).setAdditive(true);
            logger(name).setLevel(level);
        });
        appender.stop();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
