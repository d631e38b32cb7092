package io.github.kustomerconnector.operation.search;

import io.github.kustomerconnector.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The result of a count. That Kustomer counts at most {@value #CAP} records is an assumption; its documentation names
 * no limit.
 *
 * @param counts an object with the number of records of each named count
 * @param capped whether a count is at the limit, so that there may be more records
 * @param cappedCounts the names of these counts
 */
public record CountResult(Json counts, boolean capped, List<String> cappedCounts) {

    private static final long CAP = 10_000;

    public CountResult {
        cappedCounts = List.copyOf(cappedCounts);
    }

    static CountResult of(Map<String, Json> counts) {
        List<String> capped = counts.entrySet().stream()
                .filter(count ->
                        new BigDecimal(count.getValue().scalar().orElse("0")).compareTo(BigDecimal.valueOf(CAP)) >= 0)
                .map(Map.Entry::getKey)
                .toList();
        return new CountResult(Json.object(counts), !capped.isEmpty(), capped);
    }
}
