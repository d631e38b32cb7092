package io.github.kustomerconnector.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Machine and versions. */
final class BenchmarkEnvironment {

    private static final Pattern LIBRARY = Pattern.compile(
            "(connector-http-json|connector-runtime-core|zeebe-process-test-engine|jackson-databind|netty-codec-http2)"
                    + "-(\\d[\\w.-]*)\\.jar");

    private BenchmarkEnvironment() {}

    static Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        known.put("processor", processor());
        known.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        known.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        known.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        Matcher library = LIBRARY.matcher(System.getProperty("java.class.path"));
        while (library.find()) {
            known.put(library.group(1), library.group(2));
        }
        return known;
    }

    /** In one line. */
    static String line() {
        Map<String, String> known = known();
        return "%s processors %s, %s, %s, REST connector %s, connector runtime %s".formatted(
                known.get("processors"),
                known.get("processor"),
                known.get("system"),
                known.get("java"),
                known.get("connector-http-json"),
                known.get("connector-runtime-core"));
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
