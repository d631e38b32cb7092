package io.github.kustomerconnector.e2e;

import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.Process;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.github.kustomerconnector.connector.inbound.WebhookRequest;
import io.github.kustomerconnector.engine.DeployedProcesses;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.GatewayLink;
import io.github.kustomerconnector.engine.WebhookRuntime;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shared engine with one or more runtimes that have webhooks, and a sender of events. */
final class Webhooks implements AutoCloseable {

    private final EmbeddedCamunda camunda;
    private final DeployedProcesses processes = new DeployedProcesses();
    private final EventSender sender = new EventSender();
    private final List<WebhookRuntime> replicas = new ArrayList<>();
    private final GatewayLink link;

    /** Starts the runtimes. */
    Webhooks(EmbeddedCamunda camunda, int replicas, Map<String, String> settings) {
        this.camunda = camunda;
        this.link = camunda.link();
        Map<String, String> all = new HashMap<>(settings);
        all.put(EmbeddedCamunda.SECRET_PREFIX + "KUSTOMER_WEBHOOK_TOKEN", WebhookRequest.TOKEN);
        for (int i = 0; i < replicas; i++) {
            this.replicas.add(camunda.webhookRuntime(link, processes, all));
        }
    }

    /** Deploys a process and waits until each runtime has activated its webhooks. */
    void deploy(BpmnModelInstance model) {
        Process process = deployOnly(model);
        replicas.forEach(replica -> replica.awaitActive(process.getBpmnProcessId(), process.getVersion()));
    }

    /** Deploys a process whose webhooks may not become active. */
    Process deployOnly(BpmnModelInstance model) {
        Process process = camunda.deploy(model).getProcesses().getFirst();
        processes.add(process, model);
        return process;
    }

    /** Removes a process, and waits until its path is free. */
    void remove(String processId) {
        processes.remove(processId);
        replicas.forEach(replica -> replica.awaitRemoved(processId));
    }

    /** Sends a signed event to the first runtime. */
    HttpResponse<String> send(String path, String event) {
        return sender.send(address(path), event);
    }

    /** Starts an instance that waits for an event of a conversation, and waits until the engine knows it. */
    long startWaiting(String processId, String conversation) {
        long key = camunda.start(processId, Map.of("conversationId", conversation));
        await("subscription of " + processId)
                .atMost(EmbeddedCamunda.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> camunda.records().waits(key));
        return key;
    }

    /** Waits until a number of instances of a process have started, and returns their keys. */
    List<Long> awaitInstances(String processId, int count) {
        return await("instances of " + processId)
                .atMost(EmbeddedCamunda.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> camunda.records().instances(processId), keys -> keys.size() >= count);
    }

    URI address(String path) {
        return replicas.getFirst().address(path);
    }

    WebhookRuntime runtime() {
        return replicas.getFirst();
    }

    List<WebhookRuntime> replicas() {
        return List.copyOf(replicas);
    }

    GatewayLink link() {
        return link;
    }

    EventSender sender() {
        return sender;
    }

    DeployedProcesses processes() {
        return processes;
    }

    @Override
    public void close() {
        replicas.forEach(WebhookRuntime::close);
        link.close();
        sender.close();
    }
}
