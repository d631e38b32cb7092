#!/usr/bin/env bash
# A boundary event for messages that does not interrupt its task starts a path for each message. The variables of a
# message are written to the process, not to the path that it starts. If two messages arrive before the first path has
# read its variable, both paths read the second message, and no path reads the first one.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: of two notes that a customer sends in the same second, the second is answered twice, the first never.
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
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;

class Run {
  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    var process = Bpmn.createExecutableProcess("p").startEvent().serviceTask("work", task -> task.zeebeJobType("work"))
        .boundaryEvent("noted").cancelActivity(false)
        .message(message -> message.name("note").zeebeCorrelationKeyExpression("customer"))
        .serviceTask("answer", task -> task.zeebeJobType("answer")).endEvent().moveToActivity("work").endEvent().done();
    client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
    client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().variables("{\"customer\": \"c1\"}")
        .send().join();
    engine.waitForIdleState(Duration.ofSeconds(30));
    for (var note : new String[] {"first", "second"}) {
      client.newPublishMessageCommand().messageName("note").correlationKey("c1")
          .variables("{\"note\": \"" + note + "\"}").send().join();
    }
    engine.waitForIdleState(Duration.ofSeconds(30));
    client.newActivateJobsCommand().jobType("answer").maxJobsToActivate(5).send().join().getJobs()
        .forEach(job -> System.out.println("seen: a job with the note " + job.getVariablesAsMap().get("note")));
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: a job with the note second
seen: a job with the note second'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: a job with the first note and one with the second'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
