#!/usr/bin/env bash
# In FEEL, one day is always 24 hours: adding P1D over a change of the clocks moves the local time by an hour.
# Java adds a calendar day to the same date and time and keeps the local time.
# Library: org.camunda.feel:feel-engine 1.20.0.
# Why it matters: a reply that is due "tomorrow at noon" becomes due at 13:00 on one day of the year.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId>
      <version>1.20.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

class Eval {
  public static void main(String[] expressions) {
    var engine = FeelEngineBuilder.create().build();
    for (var expression : expressions) {
      var result = engine.evaluateExpression(expression, Map.of());
      System.out.println(result.isSuccess() ? result.result() : "error: " + result.failure().message());
    }
  }
}
JAVA

seen=$(java -cp 'lib/*' Eval.java \
  'date and time("2024-03-30T12:00:00@Europe/Berlin") + duration("P1D")' 2> /dev/null)
want='2024-03-31T13:00+02:00[Europe/Berlin]'

basename lib/feel-engine-*.jar
echo 'expected: 2024-03-31T12:00+02:00[Europe/Berlin]'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
