package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.call.Failure;
import java.util.Map;

/** The check of the process variables that a task writes. */
final class ResultVariables {

    private static final String PROBLEM = "writes the variable " + TaskInputs.ROOT
            + ", which is the task's own input: the result would never leave the task. Choose another name";

    private ResultVariables() {}

    /**
     * Refuses a result that would be written to the root of the task's inputs.
     *
     * @param headers the job's custom headers
     * @throws io.github.kustomerconnector.call.KustomerException with {@link Failure.InvalidInput} if a result would be lost
     */
    static void check(Map<String, String> headers) {
        if (TaskInputs.ROOT.equals(headers.getOrDefault("resultVariable", "").strip())) {
            throw Failure.invalid("resultVariable", PROBLEM);
        }
        if (hasKey(headers.getOrDefault("resultExpression", ""), TaskInputs.ROOT)) {
            throw Failure.invalid("resultExpression", PROBLEM);
        }
    }

    /** Whether a FEEL context literal has the key at its top level. Other expressions have no keys to see. */
    private static boolean hasKey(String expression, String key) {
        int depth = 0;
        boolean inText = false;
        int start = 0;
        for (int at = 0; at < expression.length(); at++) {
            char c = expression.charAt(at);
            if (c == '"' && (at == 0 || expression.charAt(at - 1) != '\\')) {
                inText = !inText;
            } else if (!inText && "{[(".indexOf(c) >= 0) {
                depth++;
                start = depth == 1 ? at + 1 : start;
            } else if (!inText && "}])".indexOf(c) >= 0) {
                depth--;
            } else if (!inText && depth == 1 && c == ',') {
                start = at + 1;
            } else if (!inText
                    && depth == 1
                    && c == ':'
                    && name(expression.substring(start, at)).equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static String name(String key) {
        return key.strip().replace("\"", "");
    }
}
