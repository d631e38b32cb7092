#!/usr/bin/env bash
# The result variable "order.total" of a script task creates a variable with a dot in its name, beside "order". An
# output mapping with the same target writes the field "total" of "order". FEEL reads "order.total" as that field, so
# it finds null and never the result. Neither deployment nor run reports it.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: the total of the order is calculated and stored, but no gateway can read it.
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
import io.camunda.zeebe.model.bpmn.builder.ScriptTaskBuilder;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.time.Duration;
import java.util.function.Consumer;

class Run {
  public static void main(String[] args) {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    Consumer<ScriptTaskBuilder> result = task -> task.zeebeExpression("5").zeebeResultVariable("order.total");
    Consumer<ScriptTaskBuilder> mapping = task -> task.zeebeExpression("5").zeebeResultVariable("total")
        .zeebeOutputExpression("total", "order.total");
    for (var way : new String[] {"result", "mapping"}) {
      var process = Bpmn.createExecutableProcess(way).startEvent().scriptTask("a", way == "result" ? result : mapping)
          .scriptTask("b", task -> task.zeebeExpression("order.total").zeebeResultVariable("read")).endEvent().done();
      client.newDeployResourceCommand().addProcessModel(process, way + ".bpmn").send().join();
      var variables = client.newCreateInstanceCommand().bpmnProcessId(way).latestVersion()
          .variables("{\"order\": {\"id\": 7}}").withResult().requestTimeout(Duration.ofSeconds(60)).send().join()
          .getVariablesAsMap();
      System.out.println("seen by " + way + ": order = " + variables.get("order")
          + ", order.total = " + variables.get("order.total") + ", read = " + variables.get("read"));
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen by result: order = {id=7}, order.total = 5, read = null
seen by mapping: order = {id=7, total=5}, order.total = null, read = 5'

basename lib/zeebe-workflow-engine-[0-9]*.jar
echo 'expected: read = 5 both times'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
