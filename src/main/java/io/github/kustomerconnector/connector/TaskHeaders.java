package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.json.UnreadValue;
import io.github.kustomerconnector.operation.RecordResult;
import java.util.Map;

/**
 * The headers of a task that name what it does with the result.
 *
 * @param resultVariable the variable for the whole result; empty if there is none
 * @param resultExpression empty if there is none
 * @param errorExpression empty if there is none
 */
record TaskHeaders(String resultVariable, String resultExpression, String errorExpression) {

    /** The variable of an error that contains its BPMN error. */
    static final String BPMN = "bpmn";

    static TaskHeaders of(Map<String, String> headers) {
        return new TaskHeaders(
                headers.getOrDefault("resultVariable", "").strip(),
                headers.getOrDefault("resultExpression", ""),
                headers.getOrDefault("errorExpression", ""));
    }

    /**
     * The parts of the result that the task reads. The runtime converts the whole result for each expression, so the
     * rest would cost more than the call. An expression reads a part by its name, or the whole result by
     * {@code response}.
     */
    Object partsOf(Object result) {
        if (!(result instanceof RecordResult parts) || !resultVariable.isEmpty()) {
            return result;
        }
        return parts.with(reads("attributes"), reads("relationships"));
    }

    /**
     * The result, marked if no expression reads it as a whole: by the name of its variable, or by {@code response}. In
     * its own expression, a result has no name: each of its fields is a variable.
     */
    Object marked(Object result) {
        boolean isEvaluated = !resultExpression.isBlank() || !errorExpression.isBlank();
        return isEvaluated && !readsWhole() ? new UnreadValue(result) : result;
    }

    /** Text with a backslash may be an escaped name, and FEEL reads a name with blanks in several spellings. */
    private boolean readsWhole() {
        boolean isPlainName = resultVariable.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
        return !isPlainName
                || reads("response")
                || (!resultVariable.isEmpty() && isIn(errorExpression, resultVariable));
    }

    private boolean reads(String part) {
        return isIn(resultExpression, part) || isIn(errorExpression, part);
    }

    private static boolean isIn(String expression, String part) {
        return expression.contains(part) || expression.contains("response") || expression.contains("\\");
    }

    /** Whether the error expression reads the BPMN error that the connector proposes. */
    boolean readsBpmnError() {
        return errorExpression.contains(BPMN);
    }
}
