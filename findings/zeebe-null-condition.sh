#!/usr/bin/env bash
# A gateway condition that is null does not count as "not fulfilled": the default flow is not taken, and the process
# stops with an incident. "amount > 5" is null without an amount; "amount = 5" is false and takes the default flow.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a field that an API leaves out stops the process at a gateway that has a default flow.
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
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Duration;

class Run {
  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    for (var condition : new String[] {"amount = 5", "amount > 5"}) {
      var process = Bpmn.createExecutableProcess("p").startEvent().exclusiveGateway("gateway")
          .conditionExpression(condition).endEvent("taken")
          .moveToLastExclusiveGateway().defaultFlow().endEvent("default").done();
      client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
      var instance = client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().send().join();
      engine.waitForIdleState(Duration.ofSeconds(60));
      for (var record : engine.getRecordStreamSource().getRecords()) {
        if (record.getIntent() == IncidentIntent.CREATED && record.getValue() instanceof IncidentRecordValue incident
            && incident.getProcessInstanceKey() == instance.getProcessInstanceKey()) {
          System.out.println("seen: " + condition + ": incident at " + incident.getElementId());
        }
        if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
            && record.getValue() instanceof ProcessInstanceRecordValue element
            && element.getProcessInstanceKey() == instance.getProcessInstanceKey()
            && (element.getElementId().equals("default") || element.getElementId().equals("taken"))) {
          System.out.println("seen: " + condition + ": flow to " + element.getElementId());
        }
      }
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: amount = 5: flow to default
seen: amount > 5: incident at gateway'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: flow to default, twice'
printf '%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
