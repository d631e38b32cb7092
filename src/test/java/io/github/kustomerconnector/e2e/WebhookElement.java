package io.github.kustomerconnector.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperty;
import io.github.kustomerconnector.template.ElementTemplates;
import io.github.kustomerconnector.template.TemplateApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The elements that a webhook can start or wake, each in a small process. */
enum WebhookElement {
    START {
        @Override
        BpmnModelInstance plain(String processId) {
            return Bpmn.createExecutableProcess(processId)
                    .startEvent(ID)
                    .message(message -> message.name("replaced"))
                    .endEvent()
                    .done();
        }
    },
    CATCH_EVENT {
        @Override
        BpmnModelInstance plain(String processId) {
            return Bpmn.createExecutableProcess(processId)
                    .startEvent()
                    .intermediateCatchEvent(ID)
                    .message(message -> message.name("replaced").zeebeCorrelationKey("=replaced"))
                    .endEvent()
                    .done();
        }
    },
    BOUNDARY_EVENT {
        @Override
        BpmnModelInstance plain(String processId) {
            return Bpmn.createExecutableProcess(processId)
                    .startEvent()
                    .userTask("work")
                    .boundaryEvent(ID)
                    .message(message -> message.name("replaced").zeebeCorrelationKey("=replaced"))
                    .endEvent()
                    .done();
        }
    },
    RECEIVE_TASK {
        @Override
        BpmnModelInstance plain(String processId) {
            return Bpmn.createExecutableProcess(processId)
                    .startEvent()
                    .receiveTask(ID)
                    .message(message -> message.name("replaced").zeebeCorrelationKey("=replaced"))
                    .endEvent()
                    .done();
        }
    };

    /** The id of the element. */
    static final String ID = "event";

    /** The process without a template. */
    abstract BpmnModelInstance plain(String processId);

    /** The element to which the template of a file applies. */
    static WebhookElement of(Path template) {
        String name = template.getFileName().toString();
        if (name.contains("receive-task")) {
            return RECEIVE_TASK;
        }
        if (name.contains("boundary-event")) {
            return BOUNDARY_EVENT;
        }
        return name.contains("catch-event") ? CATCH_EVENT : START;
    }

    /** The process with the committed template of Kustomer Webhook. */
    BpmnModelInstance process(String processId, Map<String, String> typed) {
        return process(template(), processId, typed);
    }

    /**
     * The process with the template of a file.
     *
     * @param typed the values of its form fields; the path is the id of the process unless it is typed
     */
    BpmnModelInstance process(Path template, String processId, Map<String, String> typed) {
        return apply(read(template), plain(processId), ID, typed);
    }

    /** Applies the committed template of Kustomer Webhook to the element with the id {@link #ID} of a process. */
    BpmnModelInstance apply(BpmnModelInstance model, Map<String, String> typed) {
        return apply(model, ID, typed);
    }

    /** Applies the committed template of Kustomer Webhook to an element of a process. */
    BpmnModelInstance apply(BpmnModelInstance model, String elementId, Map<String, String> typed) {
        return apply(read(template()), model, elementId, typed);
    }

    private static BpmnModelInstance apply(
            JsonNode template, BpmnModelInstance model, String elementId, Map<String, String> typed) {
        String processId =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        Map<String, String> values = new HashMap<>(Map.of("inbound.context", processId));
        values.putAll(typed);
        new TemplateApplication(template).apply(model, elementId, values);
        return model;
    }

    /** Writes a property of the element that the form would refuse. */
    static BpmnModelInstance with(BpmnModelInstance model, String property, String value) {
        model.getModelElementsByType(ZeebeProperty.class).stream()
                .filter(candidate -> candidate.getName().equals(property))
                .findFirst()
                .orElseThrow()
                .setValue(value);
        return model;
    }

    private Path template() {
        String folder =
                switch (this) {
                    case START -> "";
                    case CATCH_EVENT -> "intermediate-catch-event";
                    case BOUNDARY_EVENT -> "boundary-event";
                    case RECEIVE_TASK -> "receive-task";
                };
        String suffix = folder.isEmpty() ? "" : "-" + folder;
        return ElementTemplates.FOLDER.resolve(folder).resolve("kustomer-webhook" + suffix + ".json");
    }

    private static JsonNode read(Path template) {
        try {
            return new ObjectMapper().readTree(template.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
