#!/usr/bin/env bash
# The variables of a BPMN error do not reach the process: after the boundary event, a new variable is unknown and an old
# one has its old value. The variables of a message reach the process without an output mapping. An error event
# subprocess sees the variables of the error, and a boundary event with an output mapping passes on what it names.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: the details that a connector adds to its BPMN error are null in the task that handles the error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

java=
for candidate in "${JAVA_HOME:-/usr}/bin/java" /usr/lib/jvm/*/bin/java; do
  [ -x "$candidate" ] && "$candidate" --version | grep -qE '^[a-z]+ (2[1-9]|[3-9][0-9])' && java=$candidate && break
done
[ -n "$java" ] || { echo 'This script needs JDK 21 or later.'; exit 1; }

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.camunda</groupId>
      <artifactId>zeebe-process-test-engine</artifactId><version>8.8.21</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Run.java <<'JAVA'
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;
import java.util.TreeMap;

class Run {
  static String variables(ZeebeTestEngine engine, ZeebeClient client, String type) throws Exception {
    engine.waitForIdleState(Duration.ofSeconds(60));
    return new TreeMap<>(client.newActivateJobsCommand().jobType(type).maxJobsToActivate(1).send().join()
        .getJobs().get(0).getVariablesAsMap()).toString();
  }

  static void start(ZeebeTestEngine engine, ZeebeClient client) throws Exception {
    client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().variables("{\"status\": \"new\"}")
        .send().join();
    engine.waitForIdleState(Duration.ofSeconds(60));
  }

  static void fail(ZeebeClient client) {
    var job = client.newActivateJobsCommand().jobType("work").maxJobsToActivate(1).send().join().getJobs().get(0);
    client.newThrowErrorCommand(job).errorCode("E")
        .variables("{\"status\": \"failed\", \"reason\": \"late\"}").send().join();
  }

  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();

    var boundary = Bpmn.createExecutableProcess("p").startEvent().serviceTask("work", task -> task.zeebeJobType("work"))
        .boundaryEvent("caught", event -> event.error("E")).serviceTask("next", task -> task.zeebeJobType("next"))
        .endEvent().moveToActivity("work").endEvent().done();
    client.newDeployResourceCommand().addProcessModel(boundary, "p.bpmn").send().join();
    start(engine, client);
    fail(client);
    System.out.println("seen: after an error boundary event: " + variables(engine, client, "next"));

    var mapped = Bpmn.createExecutableProcess("p").startEvent().serviceTask("work", task -> task.zeebeJobType("work"))
        .boundaryEvent("caught", event -> event.error("E").zeebeOutputExpression("reason", "reason"))
        .serviceTask("next", task -> task.zeebeJobType("next")).endEvent().moveToActivity("work").endEvent().done();
    client.newDeployResourceCommand().addProcessModel(mapped, "p.bpmn").send().join();
    start(engine, client);
    fail(client);
    System.out.println("seen: with an output mapping: " + variables(engine, client, "next"));

    var subProcess = Bpmn.createExecutableProcess("p").eventSubProcess("caught", event -> event.startEvent().error("E")
        .serviceTask("next", task -> task.zeebeJobType("next")).endEvent())
        .startEvent().serviceTask("work", task -> task.zeebeJobType("work")).endEvent().done();
    client.newDeployResourceCommand().addProcessModel(subProcess, "p.bpmn").send().join();
    start(engine, client);
    fail(client);
    System.out.println("seen: in an error event subprocess: " + variables(engine, client, "next"));

    var message = Bpmn.createExecutableProcess("p").startEvent().serviceTask("work", task -> task.zeebeJobType("work"))
        .boundaryEvent("caught", event -> event.message(m -> m.name("m").zeebeCorrelationKeyExpression("\"k\"")))
        .serviceTask("next", task -> task.zeebeJobType("next")).endEvent().moveToActivity("work").endEvent().done();
    client.newDeployResourceCommand().addProcessModel(message, "p.bpmn").send().join();
    start(engine, client);
    client.newPublishMessageCommand().messageName("m").correlationKey("k")
        .variables("{\"status\": \"failed\", \"reason\": \"late\"}").send().join();
    System.out.println("seen: after a message boundary event: " + variables(engine, client, "next"));
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: after an error boundary event: {status=new}
seen: with an output mapping: {reason=late, status=new}
seen: in an error event subprocess: {reason=late, status=failed}
seen: after a message boundary event: {reason=late, status=failed}'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: {reason=late, status=failed} without an output mapping'
printf '%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
