#!/usr/bin/env bash
# The engine stores now() as a text that its own function "date and time" cannot read.
# The text has an offset and, in brackets, a zone. FEEL reads the text of string(now()).
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a later comparison with the variable is null, and an API that wants RFC 3339 refuses the text.
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
  static String run(ZeebeClient client, BpmnModelInstance process, String variables) {
    client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
    return client.newCreateInstanceCommand().bpmnProcessId("p").latestVersion().variables(variables).withResult()
        .requestTimeout(Duration.ofSeconds(60)).send().join().getVariables();
  }

  public static void main(String[] args) {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    var process = Bpmn.createExecutableProcess("p").startEvent()
        .scriptTask("a", task -> task.zeebeExpression("now()").zeebeResultVariable("raw"))
        .scriptTask("b", task -> task.zeebeExpression("string(now())").zeebeResultVariable("text"))
        .scriptTask("c", task -> task.zeebeExpression("date and time(raw) < now()").zeebeResultVariable("rawOk"))
        .scriptTask("d", task -> task.zeebeExpression("date and time(text) < now()").zeebeResultVariable("textOk"))
        .endEvent();
    System.out.println("seen: " + run(client, process.done(), "{}"));
    System.exit(0);
  }
}
JAVA
seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' -Duser.timezone=Europe/Berlin Run.java 2> /dev/null | grep '^seen')

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: rawOk and textOk are true'
printf '%s\n' "$seen"

[[ $seen == *'[Europe/Berlin]"'* && $seen == *'"rawOk":null'* && $seen == *'"textOk":true'* ]] ||
  { echo 'The behaviour changed.'; exit 1; }
