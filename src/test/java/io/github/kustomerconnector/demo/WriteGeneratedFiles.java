package io.github.kustomerconnector.demo;

import io.github.kustomerconnector.template.ElementTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the committed files that are generated: the element templates, then the examples, which use them. */
public final class WriteGeneratedFiles {

    /** The process of the user's project, which must work outside of this repository. */
    private static final Path USERS_COPY = Path.of("src/it/user-project/src/test/resources/welcome-customer.bpmn");

    private WriteGeneratedFiles() {}

    /** Writes all files. */
    public static void main(String[] arguments) throws IOException {
        ElementTemplates.main(arguments);
        ExampleProcess.main(arguments);
        Files.copy(ExampleProcess.FILE, USERS_COPY, StandardCopyOption.REPLACE_EXISTING);
        ComplaintProcess.main(arguments);
        AnsweredProcess.main(arguments);
        ImportProcess.main(arguments);
        OrderComplaintProcess.main(arguments);
        SupportAgentProcess.main(arguments);
    }
}
