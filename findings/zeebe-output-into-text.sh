#!/usr/bin/env bash
# An output mapping to "order.status" sets the whole variable "order" to null if it is a text, a number or a list.
# The mapped value is lost as well, and there is no incident. A variable that is null or an object takes the field.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a process that keeps an order's number in "order" loses it with the first mapping to a field.
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
    var process = Bpmn.createExecutableProcess("p").startEvent()
        .subProcess("s", task -> task.zeebeOutputExpression("result", "order.status")
            .embeddedSubProcess().startEvent().endEvent()).endEvent().done();
    client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
    for (var order : new String[] {"{\"id\":7}", "null", "\"A-7\"", "7", "[7]"}) {
      var variables = client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion()
          .variables("{\"order\": " + order + ", \"result\": \"paid\"}")
          .withResult().requestTimeout(Duration.ofSeconds(60)).send().join().getVariablesAsMap();
      System.out.println("seen: " + order + " becomes " + variables.get("order"));
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: {"id":7} becomes {id=7, status=paid}
seen: null becomes {status=paid}
seen: "A-7" becomes null
seen: 7 becomes null
seen: [7] becomes null'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: an incident, or {status=paid}, for the text, the number and the list'
printf '%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
