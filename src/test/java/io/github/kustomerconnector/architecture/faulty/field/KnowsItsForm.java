package io.github.kustomerconnector.architecture.faulty.field;

import io.github.kustomerconnector.architecture.faulty.operation.Form;

/** A field that knows the operation above it. */
final class KnowsItsForm {

    int name(Form form) {
        return form.hashCode();
    }
}
