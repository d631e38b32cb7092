package io.github.kustomerconnector.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures whole jobs, from the variables of the job to the command that completes it: with this build, with the build
 * of another commit, with Camunda's REST connector, and a create also with {@link BareConnector}. Each has a JVM of its
 * own with a heap of 512 MB; they take turns.
 */
final class JobRounds {

    /** The names of the contenders. */
    static final String THIS_BUILD = "this build";

    static final String BASELINE = "baseline";
    static final String REST = "REST connector";
    static final String BARE = "bare connector";

    private final URI server;
    private final Optional<Path> baseline;
    private final int rounds;
    private final long turn;

    /**
     * @param baseline the jar of another build, in {@code target} of its sources
     * @param turn the milliseconds of one measurement
     */
    JobRounds(URI server, Optional<Path> baseline, int rounds, long turn) {
        this.server = server;
        this.baseline = baseline;
        this.rounds = rounds;
        this.turn = turn;
    }

    /**
     * The figures of one contender in one round.
     *
     * @param milliseconds processor time of a job; other load of the machine affects it less than the jobs/s
     * @param live the bytes that are live after calls of 64 callers; 0 unless measured
     */
    record Round(double perSecond, double bytes, double milliseconds, double live) {}

    /** The rounds by kind of job and contender. */
    Map<JobTask.Kind, Map<String, List<Round>>> run() throws IOException {
        Map<JobTask.Kind, Map<String, List<Round>>> results = new LinkedHashMap<>();
        for (JobTask.Kind kind : JobTask.Kind.values()) {
            results.put(kind, run(kind));
            System.out.println(kind.label() + ": " + results.get(kind));
        }
        return results;
    }

    private Map<String, List<Round>> run(JobTask.Kind kind) throws IOException {
        int callers = kind == JobTask.Kind.SEARCH ? 1 : 8;
        Map<String, JobProcess> children = new LinkedHashMap<>();
        Map<String, List<Round>> results = new LinkedHashMap<>();
        try {
            children.put(THIS_BUILD, JobProcess.start(JobTask.of(kind, server), Optional.empty()));
            if (baseline.isPresent()) {
                Path source = baseline.get().toAbsolutePath().getParent().getParent();
                children.put(BASELINE, JobProcess.start(JobTask.ofBaseline(kind, server, source), baseline));
            }
            children.put(REST, JobProcess.start(JobTask.ofRest(kind, server), Optional.empty()));
            if (kind == JobTask.Kind.CREATE) {
                children.put(BARE, JobProcess.start(JobTask.ofBareCreate(server), Optional.empty()));
            }
            for (JobProcess child : children.values()) {
                // Several warm-ups, because the calls delay the JIT compiler.
                for (int i = 0; i < 4; i++) {
                    child.figures("run " + callers + " " + 2 * turn);
                }
            }
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, JobProcess> child : children.entrySet()) {
                    // The contenders take turns in each round, so that other load of the machine affects all of them.
                    double[] run = child.getValue().figures("run " + callers + " " + turn);
                    double live = kind == JobTask.Kind.LARGE ? child.getValue().figures("live 64")[0] : 0;
                    results.computeIfAbsent(child.getKey(), unused -> new ArrayList<>())
                            .add(new Round(run[0], run[1], run[2], live));
                }
            }
        } finally {
            children.values().forEach(JobProcess::close);
        }
        return results;
    }
}
