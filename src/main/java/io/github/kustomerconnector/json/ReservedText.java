package io.github.kustomerconnector.json;

/**
 * The text that the connector runtime refuses in every result, of jobs and of events. A customer may write it, so it
 * is replaced; otherwise one record stops each task that reads it, and one event fails at each repeat.
 */
public final class ReservedText {

    /** The field name by which Camunda recognizes a function ("Intrinsic functions", docs.camunda.io). */
    public static final String FUNCTION = "camunda.function.type";

    private static final String REPLACEMENT = "camunda.function_type";

    /** The field name by which Camunda recognizes a document. The runtime refuses an object with it that is none. */
    public static final String DOCUMENT = "camunda.document.type";

    private static final String DOCUMENT_REPLACEMENT = "camunda.document_type";

    private static final String PREFIX = "camunda.";

    private ReservedText() {}

    /** Whether {@code text} contains {@value #FUNCTION}. */
    public static boolean isIn(String text) {
        return text.contains(FUNCTION);
    }

    /** {@code text} with {@value #REPLACEMENT} in place of {@value #FUNCTION}. */
    public static String replaceIn(String text) {
        return text.replace(FUNCTION, REPLACEMENT);
    }

    /** Whether {@code text} contains {@value #FUNCTION} or {@value #DOCUMENT}. */
    public static boolean isInForeign(String text) {
        // Most texts contain neither, and this is one search.
        return text.contains(PREFIX) && (isIn(text) || text.contains(DOCUMENT));
    }

    /**
     * As {@link #replaceIn(String)}, also for documents: a value from outside has no reference to a document of
     * Camunda, and must not be taken for one.
     */
    public static String replaceInForeign(String text) {
        return replaceIn(text).replace(DOCUMENT, DOCUMENT_REPLACEMENT);
    }

    /**
     * The value with {@link #replaceInForeign(String)} in its texts and field names, and without a number that
     * {@link JsonNumbers#isLong}.
     */
    public static Json replaceInForeign(Json json) {
        return JsonTexts.anyMatch(json, text -> isInForeign(text) || JsonNumbers.isLong(text))
                ? JsonTexts.map(json, ReservedText::replaceInForeign)
                : json;
    }
}
