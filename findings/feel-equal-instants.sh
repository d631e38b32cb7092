#!/usr/bin/env bash
# Two FEEL dates with times that are the same instant in different offsets are not equal.
# Their difference is PT0S, "<=" is true, but "=", ">=" and "list contains" are false.
# Library: org.camunda.feel:feel-engine 1.20.0.
# Why it matters: a process that compares an API's UTC time with a local one must look at the difference.
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
  'date and time("2024-01-01T10:00:00Z") - date and time("2024-01-01T11:00:00+01:00")' \
  'date and time("2024-01-01T10:00:00Z") <= date and time("2024-01-01T11:00:00+01:00")' \
  'date and time("2024-01-01T10:00:00Z") >= date and time("2024-01-01T11:00:00+01:00")' \
  'date and time("2024-01-01T10:00:00Z") = date and time("2024-01-01T11:00:00+01:00")' \
  'list contains([date and time("2024-01-01T10:00:00Z")], date and time("2024-01-01T11:00:00+01:00"))' 2> /dev/null)
want='PT0S
true
false
false
false'

basename lib/feel-engine-*.jar
echo 'expected: difference PT0S, then true for "<=", ">=", "=" and "list contains"'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
