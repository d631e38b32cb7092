package io.github.kustomerconnector.crash;

import io.github.kustomerconnector.engine.ConnectorRuntime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * Main class of the connector runtime. Its argument is the engine's port. It starts everything, takes jobs after a
 * line on its standard input, and runs until that input ends.
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

    /** Starts before all other Spring lifecycle beans and blocks, so that the job workers wait. */
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
