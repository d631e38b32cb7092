package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.IOException;
import java.time.Duration;
import org.camunda.bpm.model.xml.ModelParseException;

/** The settings of a run: the contents of the files and the limits from the options. */
record RunSettings(BpmnModelInstance model, String processId, StartVariables input, int instances, Duration timeout) {

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if a file has the wrong format or the BPMN has no executable process
     */
    static RunSettings of(Options options) throws IOException {
        try {
            BpmnModelInstance model = Bpmn.readModelFromFile(options.bpmn().toFile());
            String processId = model.getModelElementsByType(Process.class).stream()
                    .filter(Process::isExecutable)
                    .map(Process::getId)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(options.bpmn() + " has no executable process"));
            return new RunSettings(
                    model, processId, StartVariables.read(options.input()), options.instances(), options.timeout());
        } catch (ModelParseException e) {
            throw new IllegalArgumentException(options.bpmn() + " is not BPMN", e);
        }
    }
}
