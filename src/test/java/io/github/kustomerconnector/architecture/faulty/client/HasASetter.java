package io.github.kustomerconnector.architecture.faulty.client;

/** Half made until somebody sets the rest. */
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
