package io.github.kustomerconnector.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine and the versions of a run. */
final class BenchmarkEnvironment {

    private static final Pattern LIBRARY = Pattern.compile(
            "(connector-http-json|connector-runtime-core|zeebe-process-test-engine|jackson-databind|netty-codec-http2)"
                    + "-(\\d[\\w.-]*)\\.jar");

    private BenchmarkEnvironment() {}

    static Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("processor", processor());
        properties.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        properties.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        properties.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        Matcher library = LIBRARY.matcher(System.getProperty("java.class.path"));
        while (library.find()) {
            properties.put(library.group(1), library.group(2));
        }
        return properties;
    }

    /** The machine and the most important versions, in one line. */
    static String line() {
        Map<String, String> properties = properties();
        return "%s processors %s, %s, %s, REST connector %s, connector runtime %s"
                .formatted(
                        properties.get("processors"),
                        properties.get("processor"),
                        properties.get("system"),
                        properties.get("java"),
                        properties.get("connector-http-json"),
                        properties.get("connector-runtime-core"));
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
