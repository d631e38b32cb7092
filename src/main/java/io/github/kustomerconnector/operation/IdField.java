package io.github.kustomerconnector.operation;

/** The check of a Kustomer ID in the form, before the diagram is deployed. Expressions and secrets pass. */
public final class IdField {

    public static final String PATTERN = "^(=.*|\\{\\{secrets.*|\\s*[0-9a-fA-F]{24}\\s*|undefined)?$";
    public static final String MESSAGE = "must be a Kustomer ID: 24 digits from 0-9 and a-f";
    public static final String LIST_PATTERN =
            "^(=.*|\\{\\{secrets.*|\\s*[0-9a-fA-F]{24}(\\s*,\\s*[0-9a-fA-F]{24})*\\s*|undefined)?$";
    public static final String LIST_MESSAGE = "must be Kustomer IDs of 24 digits from 0-9 and a-f, separated by commas";

    private IdField() {}
}
