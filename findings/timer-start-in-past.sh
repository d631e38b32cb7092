#!/usr/bin/env bash
# A repeating timer whose start lies in the past starts a process as soon as the diagram is deployed, and keeps the time
# of the deployment from then on: R10/2024-01-01T09:00:00Z/P1D is not due at 09:00 any more. Each further deployment
# does the same and begins to count from ten again.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a change of any element of the diagram sends the daily report at once, and later at another hour.
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
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

class Run {
  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    for (var end : new String[] {"first", "second"}) {
      var process = Bpmn.createExecutableProcess("p").startEvent()
          .timerWithCycle("R10/2024-01-01T09:00:00Z/P1D").endEvent(end).done();
      client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
      engine.increaseTime(Duration.ofSeconds(10));
      engine.waitForBusyState(Duration.ofSeconds(60));
      engine.waitForIdleState(Duration.ofSeconds(60));
    }
    long ends = 0;
    Instant previous = null;
    for (var record : engine.getRecordStreamSource().getRecords()) {
      if (record.getIntent() == TimerIntent.CREATED && record.getValue() instanceof TimerRecordValue timer) {
        var due = Instant.ofEpochMilli(timer.getDueDate());
        var atOnce = Math.abs(timer.getDueDate() - record.getTimestamp()) < 60_000;
        var when = atOnce ? "at once" : Duration.between(previous, due) + " after the one before";
        var nine = due.atZone(ZoneOffset.UTC).toLocalTime().equals(LocalTime.of(9, 0));
        System.out.println("seen: due " + when + ", at 09:00: " + nine + ", repetitions: " + timer.getRepetitions());
        previous = due;
      }
      if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
          && record.getValue() instanceof ProcessInstanceRecordValue element
          && element.getBpmnElementType() == BpmnElementType.PROCESS) {
        ends++;
      }
    }
    System.out.println("seen: " + ends + " processes");
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -cp 'lib/*' Run.java 2> /dev/null | grep '^seen' | cut -c7-)
want='due at once, at 09:00: false, repetitions: 10
due PT24H after the one before, at 09:00: false, repetitions: 9
due at once, at 09:00: false, repetitions: 10
due PT24H after the one before, at 09:00: false, repetitions: 9
2 processes'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: due the next day at 09:00, and 0 processes'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
