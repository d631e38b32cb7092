package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.Fault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one contender.
 *
 * @param jobs executions, each with its redeliveries
 * @param completed jobs whose process has gone on with the id of the record
 * @param refused jobs that failed and named the record that was in the way, as their tasks ask
 * @param duplicates records beyond the one that a job may make
 * @param lost jobs that have made a record whose id neither the process nor an operator was told
 * @param faults those that struck, by kind
 */
record Score(
        String contender,
        int jobs,
        int completed,
        int refused,
        int duplicates,
        int lost,
        Map<Fault.Kind, Integer> faults) {

    static Score of(String contender, List<Run> runs) {
        Map<Fault.Kind, Integer> faults = new EnumMap<>(Fault.Kind.class);
        runs.forEach(run -> run.struck().forEach((kind, times) -> faults.merge(kind, times, Integer::sum)));
        return new Score(
                contender,
                runs.size(),
                (int) runs.stream().filter(Run::isRight).count(),
                (int) runs.stream().filter(Run::isRefused).count(),
                runs.stream().mapToInt(Run::duplicates).sum(),
                (int) runs.stream().filter(Run::isLost).count(),
                faults);
    }

    int others() {
        return jobs - completed - refused;
    }

    int allFaults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }
}
