#!/usr/bin/env bash
# The engine cuts the fraction off a number that is a correlation key: a process that waits for 5.7 receives the
# message with the key "5", and the message with the key "5.7" never reaches it. A text "5.7" is compared as it is.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a version, a price or a quantity as key correlates with another record's message, without an error.
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
  static int count;

  static String wait(ZeebeClient client, String variables, String key) {
    var id = "p" + count++;
    var process = Bpmn.createExecutableProcess(id).startEvent()
        .intermediateCatchEvent("catch", catchEvent -> catchEvent
            .message(message -> message.name(id).zeebeCorrelationKeyExpression("key")))
        .endEvent().done();
    client.newDeployResourceCommand().addProcessModel(process, id + ".bpmn").send().join();
    var result = client.newCreateInstanceCommand().bpmnProcessId(id).latestVersion().variables(variables).withResult()
        .requestTimeout(Duration.ofSeconds(10)).send();
    client.newPublishMessageCommand().messageName(id).correlationKey(key).timeToLive(Duration.ofMinutes(5))
        .send().join();
    try {
      result.join();
      return "received";
    } catch (RuntimeException timeout) {
      return "still waits";
    }
  }

  public static void main(String[] args) {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    for (var variables : new String[] {"{\"key\": \"5.7\"}", "{\"key\": 5.7}"}) {
      for (var key : new String[] {"5.7", "5"}) {
        System.out.println("seen: " + variables + " and message " + key + ": " + wait(client, variables, key));
      }
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: {"key": "5.7"} and message 5.7: received
seen: {"key": "5.7"} and message 5: still waits
seen: {"key": 5.7} and message 5.7: still waits
seen: {"key": 5.7} and message 5: received'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: 5.7 receives message 5.7 both times'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
