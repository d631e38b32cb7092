package io.github.kustomerconnector.demo;

import io.github.kustomerconnector.template.ElementTemplates;
import java.io.IOException;

/** Writes what is generated from the code and committed: the element templates, then the examples made with them. */
public final class WriteGeneratedFiles {

    private WriteGeneratedFiles() {}

    /** Writes all files. */
    public static void main(String[] arguments) throws IOException {
        ElementTemplates.main(arguments);
        ExampleProcess.main(arguments);
        ComplaintProcess.main(arguments);
    }
}
