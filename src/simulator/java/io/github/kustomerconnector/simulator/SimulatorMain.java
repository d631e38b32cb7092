package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a simulator as a process of its own. The first line of its output is the URL. {@code --help} prints the
 * options.
 */
final class SimulatorMain {

    private static final int WRONG_USE = 2;

    private SimulatorMain() {}

    /** Starts the simulator. Ends the process with status 2 if an option or the world is not valid. */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(MainOptions.HELP);
            return;
        }
        try {
            run(MainOptions.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "; --help lists the options");
            System.exit(WRONG_USE);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static void run(MainOptions options) throws IOException {
        try (KustomerSimulator simulator = start(options)) {
            simulator.settings().rateLimit(options.rateLimit());
            options.world().ifPresent(world -> load(world, simulator));
            WorldSchemas.customAttributes(options.customAttributes(), simulator.settings());
            System.out.println(simulator.url());
            System.out.println("API key: " + KustomerSimulator.API_KEY);
            System.in.transferTo(OutputStream.nullOutputStream());
            if (options.stays()) {
                Thread.currentThread().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws IllegalArgumentException if the file is not valid; the message names file and place */
    private static void load(Path world, KustomerSimulator simulator) {
        String text = text(world);
        try {
            new World(simulator).load(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(world, e.getMessage()), e);
        }
    }

    private static String text(Path world) {
        try {
            return Files.readString(world);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(world + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the file of --world: " + world, e);
        }
    }

    private static KustomerSimulator start(MainOptions options) {
        try {
            return KustomerSimulator.start(options.dialect(), options.host(), options.port());
        } catch (UncheckedIOException e) {
            String place = "cannot listen on %s:%s".formatted(options.host(), options.port());
            throw new UncheckedIOException(
                    place + ": the address is unknown or the port is in use", new IOException(e));
        }
    }
}
