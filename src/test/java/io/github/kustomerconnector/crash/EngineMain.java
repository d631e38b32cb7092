package io.github.kustomerconnector.crash;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.io.IOException;
import java.util.stream.StreamSupport;

/** Main class of the in-memory engine. It runs until its standard input ends. */
final class EngineMain {
    static final String PORT = "port ";
    static final String TIMED_OUT = "jobs timed out ";

    private EngineMain() {}

    public static void main(String[] arguments) throws IOException {
        ZeebeTestEngine engine = EngineFactory.create();
        engine.start();
        String address = engine.getGatewayAddress();
        System.out.println(PORT + address.substring(address.lastIndexOf(':') + 1));
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        System.out.println(TIMED_OUT + timedOutJobs(engine));
        System.out.flush();
        // Halt, because the engine's threads would keep the process alive.
        Runtime.getRuntime().halt(0);
    }

    private static long timedOutJobs(ZeebeTestEngine engine) {
        return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
                .map(Record::getIntent)
                .filter(JobIntent.TIMED_OUT::equals)
                .count();
    }
}
