package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.json.InvisibleCharacters;
import java.util.Map;

/** Checks the names of the process variables that a task writes. */
final class ResultVariables {

    private static final String PROBLEM = "writes the variable " + TaskInputs.ROOT
            + ", which is the task's own input: the result would never leave the task. Choose another name";

    private ResultVariables() {}

    /**
     * Refuses a result that would be written to the root of the task's inputs.
     *
     * @param headers the job's custom headers
     * @throws io.github.kustomerconnector.call.KustomerException with {@link Failure.InvalidInput} if a result would be
     *     lost
     */
    static void check(Map<String, String> headers) {
        if (TaskInputs.ROOT.equals(InvisibleCharacters.normalized(headers.getOrDefault("resultVariable", "")))) {
            throw Failure.invalid("resultVariable", PROBLEM);
        }
        String expression = headers.getOrDefault("resultExpression", "");
        // A name that is not in the text can be a key only with an escape.
        boolean mayHaveKey = expression.contains(TaskInputs.ROOT) || expression.contains("\\");
        if (mayHaveKey && new FeelContext(expression).hasKey(TaskInputs.ROOT)) {
            throw Failure.invalid("resultExpression", PROBLEM);
        }
    }
}
