package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.connector.JobRunner;
import java.net.URI;
import java.time.Duration;

/** The connector runtimes in which the jobs of a {@link WriteScenario} run. */
interface Runtimes {

    JobRunner runner(WriteOperation operation, int runtime);

    /** The highest number of POSTs to a Kustomer that one runtime had in progress at once; 0 if unknown. */
    int mostPostsAtOnce(URI kustomer);

    /** Called in place of the engine's wait before a retry. */
    void waited(Duration backOff);
}
