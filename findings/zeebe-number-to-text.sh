#!/usr/bin/env bash
# The text of a number depends on how JSON wrote it: 10000000 becomes "10000000", 10000000.0 becomes "1.0E+7".
# In the same way 5.0 becomes "5.0", although 5.0 = 5 is true in FEEL.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: many JSON writers add ".0" to whole doubles, and a customer reads "1.0E+7" in a message.
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
  static String text(ZeebeClient client, String number) {
    return client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().variables("{\"n\": " + number + "}")
        .withResult().requestTimeout(Duration.ofSeconds(60)).send().join().getVariablesAsMap().get("text").toString();
  }

  public static void main(String[] args) {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    var process = Bpmn.createExecutableProcess("p").startEvent()
        .scriptTask("s", task -> task.zeebeExpression("string(n)").zeebeResultVariable("text")).endEvent().done();
    client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
    for (var number : new String[] {"5", "5.0", "10000000", "10000000.0"}) {
      System.out.println("seen: " + number + " is " + text(client, number));
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: 5 is 5
seen: 5.0 is 5.0
seen: 10000000 is 10000000
seen: 10000000.0 is 1.0E+7'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: 5 twice, 10000000 twice'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
