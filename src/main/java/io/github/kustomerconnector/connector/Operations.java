package io.github.kustomerconnector.connector;

import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.github.kustomerconnector.call.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The operations that the service file lists. Only the edge knows all of them, because resources do not know each
 * other.
 */
final class Operations {

    private Operations() {}

    /** The roles that a key needs, by the operation's name, in the order of the service file. */
    static Map<String, List<Role>> roles() {
        Map<String, List<Role>> roles = new LinkedHashMap<>();
        ServiceLoader.load(OutboundConnectorFunction.class, Operations.class.getClassLoader()).stream()
                .filter(provider -> KustomerConnector.class.isAssignableFrom(provider.type()))
                .map(provider -> (KustomerConnector<?>) provider.get())
                .forEach(connector -> roles.put(connector.operationName(), connector.roles()));
        return roles;
    }
}
