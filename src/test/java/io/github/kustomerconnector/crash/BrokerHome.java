package io.github.kustomerconnector.crash;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked distribution of a Zeebe broker that the user of the test brings. The build downloads none, because a broker
 * comes under Camunda's own terms.
 */
record BrokerHome(Path directory) {
    /** The system property that names the directory. */
    static final String PROPERTY = "broker.home";

    /** Why a test without a broker is skipped, and how to give one. */
    static final String ABSENT = "Skipped, because no broker is given. "
            + "Unpack a distribution of Zeebe, which has bin/ and lib/, and name its directory: "
            + "-D" + PROPERTY + "=/path/to/camunda-zeebe-8.x";

    /** @throws IllegalArgumentException if the directory does not look like a broker; the message names what is missing */
    BrokerHome {
        check(Files.isDirectory(directory), directory, "it is not a directory");
        check(Files.isDirectory(directory.resolve("bin")), directory, "it has no directory bin");
        check(Files.isDirectory(directory.resolve("lib")), directory, "it has no directory lib");
        check(hasBroker(directory.resolve("lib")), directory, "no jar in lib contains " + BrokerMain.BROKER);
    }

    /**
     * The broker that the value of the property names.
     *
     * @throws org.opentest4j.TestAbortedException if the value is absent
     */
    static BrokerHome of(@Nullable String property) {
        return property == null ? abort(ABSENT) : new BrokerHome(Path.of(property));
    }

    /** The configuration of the distribution and its libraries. */
    String classPath() {
        return directory.resolve("config") + File.pathSeparator + directory.resolve("lib") + File.separator + "*";
    }

    private static void check(boolean holds, Path directory, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("-D%s=%s does not name the directory of an unpacked broker: %s"
                    .formatted(PROPERTY, directory, problem));
        }
    }

    private static boolean hasBroker(Path lib) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, "*.jar")) {
            for (Path jar : jars) {
                try (ZipFile content = new ZipFile(jar.toFile())) {
                    if (content.getEntry(BrokerMain.BROKER.replace('.', '/') + ".class") != null) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
