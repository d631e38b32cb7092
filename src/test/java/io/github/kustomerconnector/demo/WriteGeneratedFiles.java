package io.github.kustomerconnector.demo;

import io.github.kustomerconnector.template.ElementTemplates;
import java.io.IOException;

/** Writes the committed files that are generated: the element templates, then the examples, which use them. */
public final class WriteGeneratedFiles {

    private WriteGeneratedFiles() {}

    /** Writes all files. */
    public static void main(String[] arguments) throws IOException {
        ElementTemplates.main(arguments);
        ExampleProcess.main(arguments);
        ComplaintProcess.main(arguments);
        AnsweredProcess.main(arguments);
        ImportProcess.main(arguments);
        OrderComplaintProcess.main(arguments);
        SupportAgentProcess.main(arguments);
    }
}
