#!/usr/bin/env bash
# The weekday 2 of a timer is Monday in Camunda 7 and Tuesday in Camunda 8, so "0 0 9 ? * 2-6" runs from Monday to
# Friday in one and from Tuesday to Saturday in the other. Camunda 7 counts from Sunday = 1, Camunda 8 from Monday = 1.
# Names such as MON-FRI mean the same in both.
# Libraries: io.camunda:zeebe-process-test-engine 8.8.21, org.camunda.bpm:camunda-engine 7.22.0.
# Why it matters: a diagram that moves to Camunda 8 deploys without a message and runs on other days.
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
  -DoutputDirectory=lib8 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.bpm</groupId>
      <artifactId>camunda-engine</artifactId><version>7.22.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib7 > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Camunda8.java <<'JAVA'
import io.camunda.zeebe.engine.processing.timer.CronTimer;
import java.time.Instant;
import java.time.ZoneOffset;

class Camunda8 {
  public static void main(String[] expressions) {
    for (var expression : expressions) {
      var due = Instant.parse("2024-06-01T12:00:00Z");
      var days = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        due = Instant.ofEpochMilli(CronTimer.parse(expression).getDueDate(due.toEpochMilli()));
        days.append(' ').append(due.atZone(ZoneOffset.UTC).getDayOfWeek());
      }
      System.out.println("Camunda 8, " + expression + ":" + days);
    }
  }
}
JAVA

cat > Camunda7.java <<'JAVA'
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CronExpression;

class Camunda7 {
  public static void main(String[] expressions) throws Exception {
    for (var expression : expressions) {
      var due = Instant.parse("2024-06-01T12:00:00Z");
      var days = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        due = new CronExpression(expression).getTimeAfter(Date.from(due)).toInstant();
        days.append(' ').append(due.atZone(ZoneOffset.UTC).getDayOfWeek());
      }
      System.out.println("Camunda 7, " + expression + ":" + days);
    }
  }
}
JAVA

expressions=('0 0 9 ? * MON-FRI' '0 0 9 ? * 2-6')
seen=$("$java" -Duser.timezone=UTC -cp 'lib7/*' Camunda7.java "${expressions[@]}" 2> /dev/null
  "$java" -Duser.timezone=UTC -cp 'lib8/*' Camunda8.java "${expressions[@]}" 2> /dev/null)
want='Camunda 7, 0 0 9 ? * MON-FRI: MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY
Camunda 7, 0 0 9 ? * 2-6: MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY
Camunda 8, 0 0 9 ? * MON-FRI: MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY
Camunda 8, 0 0 9 ? * 2-6: TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY'

basename lib7/camunda-engine-7*.jar
basename lib8/zeebe-workflow-engine-*.jar
echo 'expected: Monday to Friday each time'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
