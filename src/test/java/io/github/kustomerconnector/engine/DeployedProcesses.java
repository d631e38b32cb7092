package io.github.kustomerconnector.engine;

import io.camunda.client.api.response.Process;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.SearchResponsePage;
import io.camunda.connector.runtime.inbound.search.SearchQueryClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the search API, which the in-memory engine does not have. A connector runtime asks it which processes
 * are deployed, in order to find their inbound connectors. Only processes that a test adds are found.
 *
 * <p>The clients' interfaces are implemented by method name, because later versions have more methods.
 */
public final class DeployedProcesses {

    private record Version(Process process, String bpmn) {}

    private final Map<String, Version> latest = new ConcurrentHashMap<>();
    private final Map<Long, Version> all = new ConcurrentHashMap<>();

    /** Lets runtimes find the deployed version of a process, instead of its earlier one. */
    public void add(Process process, BpmnModelInstance model) {
        Version version = new Version(process, Bpmn.convertToString(model));
        all.put(process.getProcessDefinitionKey(), version);
        latest.put(process.getBpmnProcessId(), version);
    }

    /** Hides a process from runtimes, as if it were deleted. */
    public void remove(String processId) {
        latest.remove(processId);
    }

    SearchQueryClient search() {
        return proxy(SearchQueryClient.class, (method, arguments) -> switch (method) {
            case "queryProcessDefinitions" -> page(arguments[0] == null ? definitions() : List.of());
            case "getProcessModel" -> model((long) arguments[0]);
            default -> page(List.of());
        });
    }

    private List<Object> definitions() {
        return latest.values().stream()
                .map(Version::process)
                .<Object>map(DeployedProcesses::definition)
                .toList();
    }

    private BpmnModelInstance model(long key) {
        Version version = all.get(key);
        if (version == null) {
            throw new IllegalArgumentException("No process is deployed with key " + key);
        }
        return Bpmn.readModelFromStream(new ByteArrayInputStream(version.bpmn().getBytes(StandardCharsets.UTF_8)));
    }

    private static Object definition(Process process) {
        return proxy(ProcessDefinition.class, (method, none) -> switch (method) {
            case "getProcessDefinitionKey" -> process.getProcessDefinitionKey();
            case "getProcessDefinitionId", "getName" -> process.getBpmnProcessId();
            case "getVersion" -> process.getVersion();
            case "getResourceName" -> process.getResourceName();
            case "getTenantId" -> process.getTenantId();
            case "getHasStartForm" -> false;
            default -> null;
        });
    }

    private static Object page(List<Object> items) {
        Object page = proxy(SearchResponsePage.class, (method, none) -> switch (method) {
            case "totalItems" -> (long) items.size();
            // The runtime reads pages until one is empty. Without a cursor it would read the first one for ever.
            case "startCursor", "endCursor" -> "cursor";
            default -> false;
        });
        return proxy(SearchResponse.class, (method, none) -> method.equals("items") ? items : page);
    }

    private interface Methods {
        @Nullable Object call(String method, Object[] arguments);
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal only to itself
    private static <T> T proxy(Class<T> type, Methods methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> methods.call(method.getName(), arguments == null ? new Object[0] : arguments);
                }));
    }
}
