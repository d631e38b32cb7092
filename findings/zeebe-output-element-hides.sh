#!/usr/bin/env bash
# The output element of a multi-instance task hides a variable of the process from the task. With the output element
# "order.total", the name "order" is null inside the task, so its own inputs read null. An expression such as
# "order.total + 0" hides nothing.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a loop over customers sends null instead of the order's id, and collects null, without an incident.
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
  public static void main(String[] args) {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    for (var element : new String[] {"order.total + 0", "order.total"}) {
      var process = Bpmn.createExecutableProcess("p").startEvent()
          .scriptTask("s", task -> task.zeebeExpression("order.id").zeebeResultVariable("id")
              .multiInstance(loop -> loop.zeebeInputCollectionExpression("[1, 2]")
                  .zeebeOutputCollection("totals").zeebeOutputElementExpression(element).parallel()))
          .endEvent().done();
      client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
      var variables = client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion()
          .variables("{\"order\": {\"id\": 7, \"total\": 9}}")
          .withResult().requestTimeout(Duration.ofSeconds(60)).send().join().getVariablesAsMap();
      System.out.println("seen: " + element + ": the task read the id " + variables.get("id")
          + ", the list is " + variables.get("totals"));
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: order.total + 0: the task read the id 7, the list is [9, 9]
seen: order.total: the task read the id null, the list is [null, null]'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: the id 7 and the list [9, 9] each time'
printf '%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
