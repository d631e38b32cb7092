package io.github.kustomerconnector.architecture.faulty.client;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Has a field that only a container can set. */
final class IsInjected {

    @Autowired
    private @Nullable String name;

    @Override
    public String toString() {
        return String.valueOf(name);
    }
}
