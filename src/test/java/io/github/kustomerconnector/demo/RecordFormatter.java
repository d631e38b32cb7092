package io.github.kustomerconnector.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Formats records of the engine as lines of text with the name of their element. */
final class RecordFormatter {
    private static final String BULK = "kustomerBulk";

    private final BpmnModelInstance model;
    private final long startedAt;

    /** @param startedAt the start of the run in milliseconds since the epoch, by the engine's clock */
    RecordFormatter(BpmnModelInstance model, long startedAt) {
        this.model = model;
        this.startedAt = startedAt;
    }

    /** One line; empty if the record is not of interest. */
    Optional<String> format(Record<?> source) {
        if (source.getRecordType() != RecordType.EVENT) {
            return Optional.empty();
        }
        return switch (source.getValue()) {
            case ProcessInstanceRecordValue value ->
                text(source, value).map(text -> line(source, value.getElementId(), text));
            case JobRecordValue value -> text(source, value).map(text -> line(source, value.getElementId(), text));
            case VariableRecordValue value -> progress(value).map(text -> line(source, BULK, text));
            default -> Optional.empty();
        };
    }

    /** The progress of a bulk, such as {@code 400 of 1000 done, 4 failed}. */
    private static Optional<String> progress(VariableRecordValue variable) {
        boolean isOfProcess = variable.getScopeKey() == variable.getProcessInstanceKey();
        if (!variable.getName().equals(BULK) || !isOfProcess) {
            return Optional.empty();
        }
        try {
            JsonNode bulk = new ObjectMapper().readTree(variable.getValue());
            return Optional.of("%s of %s done, %s failed"
                    .formatted(
                            bulk.path("done").asLong(),
                            bulk.path("total").asText("?"),
                            bulk.path("failed").asLong()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A process variable is always JSON", e);
        }
    }

    private Optional<String> text(Record<?> source, ProcessInstanceRecordValue value) {
        if (!(source.getIntent() instanceof ProcessInstanceIntent intent)
                || value.getBpmnElementType() == BpmnElementType.SEQUENCE_FLOW) {
            return Optional.empty();
        }
        if (isGateway(value) && name(value.getElementId()).equals(value.getElementId())) {
            return Optional.empty();
        }
        return switch (intent) {
            // Not ELEMENT_ACTIVATED, because the job is created before it.
            case ELEMENT_ACTIVATING -> isEvent(value) ? Optional.empty() : Optional.of("started");
            case ELEMENT_COMPLETED -> Optional.of(isEvent(value) ? "reached" : "completed");
            case ELEMENT_TERMINATED -> Optional.of("terminated");
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(Record<?> source, JobRecordValue job) {
        if (!(source.getIntent() instanceof JobIntent intent)) {
            return Optional.empty();
        }
        return switch (intent) {
            case CREATED -> Optional.of("calls connector " + job.getType());
            case COMPLETED -> Optional.of("connector succeeded");
            case FAILED -> Optional.of("connector failed%s: %s".formatted(retries(job), job.getErrorMessage()));
            case ERROR_THROWN ->
                Optional.of("connector threw BPMN error %s: %s".formatted(job.getErrorCode(), job.getErrorMessage()));
            case TIMED_OUT -> Optional.of("job timed out");
            default -> Optional.empty();
        };
    }

    private static String retries(JobRecordValue job) {
        return job.getRetries() == 0
                ? ", no retries left"
                : ", retry in %s s (%s retries left)".formatted(job.getRetryBackoff() / 1000, job.getRetries());
    }

    private String line(Record<?> source, String elementId, String text) {
        return String.format(
                Locale.ROOT, "%7.3f s  %-24s %s", (source.getTimestamp() - startedAt) / 1000.0, name(elementId), text);
    }

    /** The name of an element; its id if it has no name. A gateway without a name has no lines. */
    String name(String elementId) {
        return Optional.<ModelElementInstance>ofNullable(model.getModelElementById(elementId))
                .map(element -> element.getAttributeValue("name"))
                .orElse(elementId);
    }

    private static boolean isGateway(ProcessInstanceRecordValue value) {
        return value.getBpmnElementType().name().endsWith("_GATEWAY");
    }

    private static boolean isEvent(ProcessInstanceRecordValue value) {
        return value.getBpmnElementType().name().endsWith("_EVENT");
    }
}
