#!/usr/bin/env bash
# An input mapping to "order.id" hides the other fields of the variable "order" from the task: they are null.
# An output mapping to "order.id" keeps them and replaces only the id.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a task that changes one field for a job sends all other fields as empty, without an error.
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
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;

class Run {
  static void run(ZeebeClient client, BpmnModelInstance process) {
    client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
    var variables = client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion()
        .variables("{\"order\": {\"id\": 1, \"total\": 5}}").withResult()
        .requestTimeout(Duration.ofSeconds(60)).send().join().getVariablesAsMap();
    System.out.println("seen: order " + variables.get("order") + ", in the task " + variables.get("task"));
  }

  public static void main(String[] args) {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    run(client, Bpmn.createExecutableProcess("p").startEvent()
        .scriptTask("s", task -> task.zeebeInputExpression("2", "order.id")
            .zeebeExpression("order").zeebeResultVariable("task").zeebeOutputExpression("task", "task"))
        .endEvent().done());
    run(client, Bpmn.createExecutableProcess("p").startEvent()
        .scriptTask("s", task -> task.zeebeExpression("order")
            .zeebeResultVariable("task").zeebeOutputExpression("task", "task").zeebeOutputExpression("2", "order.id"))
        .endEvent().done());
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: order {id=1, total=5}, in the task {id=2}
seen: order {id=2, total=5}, in the task {id=1, total=5}'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: {id=2, total=5} in the task of the input mapping'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
