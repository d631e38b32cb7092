#!/usr/bin/env bash
# A monthly timer that starts on the 31st leaves the end of the month for good: after 29 February it is due on the 29th
# of every month, because the engine adds one month to the last due date. The start plus two months is 31 March.
# Library: io.camunda:zeebe-process-test-engine 8.8.21 (the Camunda 8.8 engine in memory).
# Why it matters: a report at the end of the month lacks the last days of most months.
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
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

class Run {
  public static void main(String[] args) throws Exception {
    var engine = EngineFactory.create();
    engine.start();
    var client = engine.createClient();
    var process = Bpmn.createExecutableProcess("p").startEvent()
        .timerWithCycle("R4/2040-01-31T09:00:00Z/P1M").endEvent().done();
    client.newDeployResourceCommand().addProcessModel(process, "p.bpmn").send().join();
    engine.waitForIdleState(Duration.ofSeconds(60));
    var clock = Instant.now();
    for (int month = 0; month < 4; month++) {
      var due = Instant.EPOCH;
      for (var record : engine.getRecordStreamSource().getRecords()) {
        if (record.getIntent() == TimerIntent.CREATED && record.getValue() instanceof TimerRecordValue timer) {
          due = Instant.ofEpochMilli(timer.getDueDate());
        }
      }
      var start = OffsetDateTime.parse("2040-01-31T09:00:00Z");
      System.out.println("seen: " + due + ", start and " + month + " months: " + start.plusMonths(month).toInstant());
      if (month < 3) {
        var step = Duration.between(clock, due).plusHours(1);
        engine.increaseTime(step);
        clock = clock.plus(step);
        engine.waitForBusyState(Duration.ofSeconds(60));
        engine.waitForIdleState(Duration.ofSeconds(60));
      }
    }
    System.exit(0);
  }
}
JAVA

seen=$("$java" -XX:TieredStopAtLevel=1 -Duser.timezone=UTC -cp 'lib/*' Run.java 2> /dev/null | grep '^seen' | cut -c7-)
want='2040-01-31T09:00:00Z, start and 0 months: 2040-01-31T09:00:00Z
2040-02-29T09:00:00Z, start and 1 months: 2040-02-29T09:00:00Z
2040-03-29T09:00:00Z, start and 2 months: 2040-03-31T09:00:00Z
2040-04-29T09:00:00Z, start and 3 months: 2040-04-30T09:00:00Z'

basename lib/zeebe-workflow-engine-*.jar
echo 'expected: the same date twice in each line'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
