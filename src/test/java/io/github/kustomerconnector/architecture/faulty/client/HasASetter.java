package io.github.kustomerconnector.architecture.faulty.client;

/** Has a setter, so that it can be used before it is complete. */
final class HasASetter {

    private String name = "";

    void setName(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
