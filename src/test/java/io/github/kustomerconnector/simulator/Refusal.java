package io.github.kustomerconnector.simulator;

import java.util.List;
import java.util.Map;

/** Ends the handling of a request with an error answer. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient Map<String, String> headers;

    Refusal(List<Problem> problems, Map<String, String> headers) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
        this.headers = Map.copyOf(headers);
    }

    Refusal(Problem problem) {
        this(List.of(problem), Map.of());
    }

    Answer answer(ErrorShape shape) {
        return Answer.json(problems.getFirst().status(), shape.body(problems)).with(headers);
    }
}
