package io.github.kustomerconnector.architecture.faulty.field;

import io.github.kustomerconnector.architecture.faulty.operation.Form;

/** A field that depends on an operation. */
final class FieldKnowsOperation {

    String name(Form form) {
        return form.getClass().getName();
    }
}
