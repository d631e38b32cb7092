package io.github.kustomerconnector.crash;

import io.github.kustomerconnector.engine.ConnectorRuntime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * The connector runtime as a program: its argument is the engine's port. It prepares everything, takes jobs once it is told to,
 * and runs until its input ends.
 */
final class RuntimeMain {
    static final String PREPARED = "prepared";
    static final String TAKES_JOBS = "takes jobs";

    private RuntimeMain() {}

    public static void main(String[] arguments) throws IOException {
        ConnectorRuntime.start(Integer.parseInt(arguments[0]), Map.of(), List.of(new Gate()));
        System.out.println(TAKES_JOBS);
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }

    /** Comes first of all that Spring starts after everything is built: the job workers wait for it. */
    private static final class Gate implements SmartLifecycle {
        private volatile boolean open;

        @Override
        public void start() {
            System.out.println(PREPARED);
            try {
                if (System.in.read() == -1) {
                    Runtime.getRuntime().halt(0);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open = true;
        }

        @Override
        public void stop() {
            open = false;
        }

        @Override
        public boolean isRunning() {
            return open;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }
}
