package io.github.kustomerconnector.field;

import io.github.kustomerconnector.call.Failure.InvalidInput;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The problems of several values, so that one message names each wrong value. */
final class Problems {

    private final List<InvalidInput> all = new ArrayList<>();
    private final String field;
    private final int most;

    /**
     * @param field the input that contains the values
     * @param most the maximum number of problems that the message names
     */
    Problems(String field, int most) {
        this.field = field;
        this.most = most;
    }

    /** Runs a check. If it refuses a value, remembers the problem. */
    void collect(Runnable check) {
        try {
            check.run();
        } catch (KustomerException e) {
            add(e);
        }
    }

    /** The checked value. If the format refuses it, remembers the problem, and returns the value as it is. */
    Json check(Format format, String name, Json value) {
        try {
            return format.check(name, value);
        } catch (KustomerException e) {
            add(e);
            return value;
        }
    }

    /** Remembers the problem of a refused value. */
    void add(KustomerException refusal) {
        if (!(refusal.failure() instanceof InvalidInput problem)) {
            throw refusal;
        }
        all.add(problem);
    }

    /** @throws KustomerException with {@link InvalidInput} if there are problems */
    void throwIfAny() {
        if (!all.isEmpty()) {
            List<String> messages =
                    all.stream().limit(most).map(InvalidInput::message).toList();
            throw new KustomerException(new InvalidInput(
                    all.getFirst().details(), String.join("; ", messages) + more(all.size() - messages.size())));
        }
    }

    private String more(int rest) {
        return switch (rest) {
            case 0 -> "";
            case 1 -> "; 1 more value of " + field + " is wrong";
            default -> "; " + rest + " more values of " + field + " are wrong";
        };
    }
}
