#!/usr/bin/env bash
# A loop that its completion condition ends early returns a list with a null for each item that was not done, in
# parallel and in sequence. So the sum of the results is null, their count is that of all items, and the last is null.
# Camunda documents that a result is inserted into the output collection when its instance is completed.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a process that asks suppliers until two have answered loses the total of the two offers.
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
    for (var way : new String[] {"parallel", "sequential"}) {
      var process = Bpmn.createExecutableProcess(way).startEvent().scriptTask("s", task -> task
          .zeebeExpression("item * 10").zeebeResultVariable("offer").multiInstance(loop -> {
            loop.zeebeInputCollectionExpression("items").zeebeInputElement("item")
                .zeebeOutputCollection("offers").zeebeOutputElementExpression("offer")
                .completionCondition("=numberOfCompletedInstances >= 2");
            if (way == "sequential") {
              loop.sequential();
            }
          })).scriptTask("t", task -> task.zeebeExpression("[sum(offers), count(offers), offers[-1]]")
          .zeebeResultVariable("total")).endEvent().done();
      client.newDeployResourceCommand().addProcessModel(process, way + ".bpmn").send().join();
      for (var items : new String[] {"[1, 2]", "[1, 2, 3, 4]"}) {
        var variables = client.newCreateInstanceCommand().bpmnProcessId(way).latestVersion()
            .variables("{\"items\": " + items + "}").withResult().requestTimeout(Duration.ofSeconds(60)).send().join()
            .getVariablesAsMap();
        System.out.println("seen " + way + " with " + items + ": offers = " + variables.get("offers")
            + ", sum, count, last = " + variables.get("total"));
      }
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen parallel with [1, 2]: offers = [10, 20], sum, count, last = [30, 2, 20]
seen parallel with [1, 2, 3, 4]: offers = [10, 20, null, null], sum, count, last = [null, 4, null]
seen sequential with [1, 2]: offers = [10, 20], sum, count, last = [30, 2, 20]
seen sequential with [1, 2, 3, 4]: offers = [10, 20, null, null], sum, count, last = [null, 4, null]'

basename lib/zeebe-workflow-engine-[0-9]*.jar
echo 'expected: offers = [10, 20], sum, count, last = [30, 2, 20] each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
