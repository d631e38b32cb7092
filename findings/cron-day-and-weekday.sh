#!/usr/bin/env bash
# With a day of the month and a weekday, a Camunda timer fires when both match. cron-parser and croner fire on either.
# "0 0 9 13 * FRI" is Friday the 13th in the engine; the other two mean each Friday and each 13th, as crontab does.
# Libraries: io.camunda:zeebe-process-test-engine 8.8.21, cron-parser 5.10.5 and croner 11.0.0 (npm).
# Why it matters: a page that previews a timer's dates shows five a month, and the process starts twice a year.
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

npm install --silent --no-audit --no-fund --ignore-scripts cron-parser@5.10.5 croner@11.0.0

cat > Next.java <<'JAVA'
import io.camunda.zeebe.engine.processing.timer.CronTimer;
import java.time.Instant;

class Next {
  public static void main(String[] args) {
    var due = Instant.parse("2024-01-31T10:00:00Z").toEpochMilli();
    for (int i = 0; i < 3; i++) {
      due = CronTimer.parse(args[0]).getDueDate(due);
      System.out.println("engine: " + Instant.ofEpochMilli(due));
    }
  }
}
JAVA

cat > next.mjs <<'JS'
import { CronExpressionParser } from 'cron-parser';
import { Cron } from 'croner';

const [cron] = process.argv.slice(2);
const from = '2024-01-31T10:00:00Z';
const parsed = CronExpressionParser.parse(cron, { currentDate: from, tz: 'UTC' });
for (let i = 0; i < 3; i++) console.log(`cron-parser: ${parsed.next().toISOString()}`);
for (const date of new Cron(cron, { timezone: 'UTC' }).nextRuns(3, from)) console.log(`croner: ${date.toISOString()}`);
JS

seen=$("$java" -Duser.timezone=UTC -cp 'lib/*' Next.java '0 0 9 13 * FRI' 2> /dev/null | grep engine
  node next.mjs '0 0 9 13 * FRI')
want='engine: 2024-09-13T09:00:00Z
engine: 2024-12-13T09:00:00Z
engine: 2025-06-13T09:00:00Z
cron-parser: 2024-02-02T09:00:00.000Z
cron-parser: 2024-02-09T09:00:00.000Z
cron-parser: 2024-02-13T09:00:00.000Z
croner: 2024-02-02T09:00:00.000Z
croner: 2024-02-09T09:00:00.000Z
croner: 2024-02-13T09:00:00.000Z'

basename lib/zeebe-workflow-engine-*.jar
for name in cron-parser croner; do
  echo "$name $(node -p "require('./node_modules/$name/package.json').version")"
done
echo 'expected: the same dates from all three'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
