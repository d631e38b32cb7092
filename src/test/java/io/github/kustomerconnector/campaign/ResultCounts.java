package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.Fault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of one contender.
 *
 * @param jobs executions, each with its redeliveries
 * @param completed jobs whose process continues with the id of the record
 * @param refused jobs that failed with the id of the duplicate, as their tasks require
 * @param duplicates records beyond the first of each job
 * @param lost jobs that created a record whose id is neither in the result nor in the error
 * @param faults injected faults by kind
 */
record ResultCounts(
        String contender,
        int jobs,
        int completed,
        int refused,
        int duplicates,
        int lost,
        Map<Fault.Kind, Integer> faults) {

    static ResultCounts of(String contender, List<ScenarioResult> results) {
        Map<Fault.Kind, Integer> faults = new EnumMap<>(Fault.Kind.class);
        results.forEach(result -> result.injected().forEach((kind, times) -> faults.merge(kind, times, Integer::sum)));
        return new ResultCounts(
                contender,
                results.size(),
                (int) results.stream().filter(ScenarioResult::hasRecordId).count(),
                (int) results.stream().filter(ScenarioResult::isRefused).count(),
                results.stream().mapToInt(ScenarioResult::duplicates).sum(),
                (int) results.stream().filter(ScenarioResult::isLost).count(),
                faults);
    }

    int others() {
        return jobs - completed - refused;
    }

    int allFaults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }
}
