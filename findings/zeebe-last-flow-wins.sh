#!/usr/bin/env bash
# If the conditions of several flows of an exclusive gateway are true, the engine takes the last of them in the diagram.
# The documentation of Camunda 8 names the first one, in the order of the BPMN file, as Camunda 7 takes it.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: conditions that narrow from top to bottom, such as "> 100" before "> 10", take the wrong path.
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
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;

class Run {
  static Object taken(ZeebeClient client, int total) {
    return client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().variables("{\"total\": " + total + "}")
        .withResult().requestTimeout(Duration.ofSeconds(60)).send().join().getVariablesAsMap().get("taken");
  }

  public static void main(String[] args) {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    var process = Bpmn.createExecutableProcess("p").startEvent().exclusiveGateway("gateway")
        .sequenceFlowId("flow1").conditionExpression("total > 100")
        .scriptTask("a", task -> task.zeebeExpression("\"first\"").zeebeResultVariable("taken")).endEvent()
        .moveToNode("gateway").sequenceFlowId("flow2").conditionExpression("total > 10")
        .scriptTask("b", task -> task.zeebeExpression("\"second\"").zeebeResultVariable("taken")).endEvent()
        .moveToNode("gateway").sequenceFlowId("flow3").conditionExpression("total > 1")
        .scriptTask("c", task -> task.zeebeExpression("\"third\"").zeebeResultVariable("taken")).endEvent().done();
    var inOrder = "(?s).*<sequenceFlow id=.flow1.*<sequenceFlow id=.flow2.*<sequenceFlow id=.flow3.*";
    System.out.println("seen: flows in the order of the file: " + Bpmn.convertToString(process).matches(inOrder));
    client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
    for (var total : new int[] {200, 20, 2}) {
      System.out.println("seen: total " + total + " takes the " + taken(client, total) + " flow");
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: flows in the order of the file: true
seen: total 200 takes the third flow
seen: total 20 takes the third flow
seen: total 2 takes the third flow'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: 200 takes the first flow, 20 the second, 2 the third'
printf '%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
