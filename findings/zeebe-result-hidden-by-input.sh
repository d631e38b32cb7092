#!/usr/bin/env bash
# A result variable with the name of an input mapping never leaves its task, although the job completes with it.
# The process keeps its old value, and there is no incident.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: one name for an input and a result, such as "status", is natural for a connector task.
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
    client.newWorker().jobType("work").handler((jobs, job) ->
        jobs.newCompleteCommand(job).variables("{\"status\": \"done\"}").send().join()).open();
    for (var input : new String[] {"wanted", "status"}) {
      var process = Bpmn.createExecutableProcess("p").startEvent()
          .serviceTask("t", task -> task.zeebeJobType("work").zeebeInputExpression("\"open\"", input)).endEvent();
      System.out.println("seen: input " + input + ", after the task "
          + run(client, process.done(), "{\"status\": \"new\"}"));
    }
    System.exit(0);
  }
}
JAVA
seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen')
want='seen: input wanted, after the task {"status":"done"}
seen: input status, after the task {"status":"new"}'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: {"status":"done"} after both'
printf '%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
