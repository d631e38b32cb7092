package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.IOException;
import java.time.Duration;
import org.camunda.bpm.model.xml.ModelParseException;

/** What to run, read from the files that the options name. */
record Plan(BpmnModelInstance model, String processId, Input input, int instances, Duration timeout) {

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if one of them does not hold what it should
     */
    static Plan of(Options options) throws IOException {
        try {
            BpmnModelInstance model = Bpmn.readModelFromFile(options.bpmn().toFile());
            String processId = model.getModelElementsByType(Process.class).stream()
                    .filter(Process::isExecutable)
                    .map(Process::getId)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(options.bpmn() + " has no executable process"));
            return new Plan(model, processId, Input.read(options.input()), options.instances(), options.timeout());
        } catch (ModelParseException e) {
            throw new IllegalArgumentException(options.bpmn() + " is not BPMN", e);
        }
    }
}
