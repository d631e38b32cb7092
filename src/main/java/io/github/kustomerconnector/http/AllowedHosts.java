package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Failure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hosts to which the operator allows requests: the environment variable {@value #VARIABLE}, separated by commas.
 * {@code *.example.org} allows all names below {@code example.org}. Without the variable, every host is allowed.
 *
 * @param names in lower case; empty if every host is allowed
 */
record AllowedHosts(List<String> names) {

    static final String VARIABLE = "KUSTOMER_CONNECTOR_ALLOWED_HOSTS";

    private static final String REMEDY = "choose another server, or add the host in the environment of the runtime";

    AllowedHosts {
        names = List.copyOf(names);
    }

    /**
     * The hosts that a process environment allows.
     *
     * @throws io.github.kustomerconnector.call.KustomerException with {@link Failure.InvalidInput} if an entry is not
     *     a host name
     */
    static AllowedHosts of(Map<String, String> environment) {
        List<String> names = new ArrayList<>();
        for (String entry : environment.getOrDefault(VARIABLE, "").split(",", -1)) {
            String name = entry.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                names.add(checked(name));
            }
        }
        return new AllowedHosts(names);
    }

    /** @throws io.github.kustomerconnector.call.KustomerException with {@link Failure.InvalidInput} if not allowed */
    void requireForCalls(URI base) {
        require(base, "server", "leads to ");
    }

    /**
     * Checks the address to which a file is uploaded.
     *
     * @param field the field that contains the file
     * @throws io.github.kustomerconnector.call.KustomerException with {@link Failure.InvalidInput} if not allowed
     */
    void requireForUpload(URI address, String field) {
        require(address, field, "would be uploaded to ");
    }

    /**
     * Checks the address from which a file is fetched.
     *
     * @param field the field that asks for the file
     * @throws io.github.kustomerconnector.call.KustomerException with {@link Failure.InvalidInput} if not allowed
     */
    void requireForDownload(URI address, String field) {
        require(address, field, "would be fetched from ");
    }

    private void require(URI address, String field, String use) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (!names.isEmpty() && names.stream().noneMatch(name -> matches(name, host))) {
            throw Failure.invalid(field, use + host + ", which is not in " + VARIABLE + ": " + REMEDY);
        }
    }

    private static boolean matches(String name, String host) {
        return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
    }

    private static String checked(String name) {
        if (!name.matches("(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]")) {
            throw Failure.invalid(
                    VARIABLE,
                    "has an entry that is no host name: give names such as acme.api.kustomerapp.com or *.amazonaws.com,"
                            + " separated by commas, without port and path");
        }
        return name;
    }
}
