#!/usr/bin/env bash
# FEEL functions return null for arguments that they cannot handle, but a few end the whole evaluation with an error.
# Division by zero is null, "modulo" by zero is an error; "mean" of no number is null, "stddev" of one is an error.
# Library: org.camunda.feel:feel-engine 1.20.0.
# Why it matters: "if x = null then ..." does not catch such a value; in Camunda the expression raises an incident.
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
  '5 / 0' \
  'modulo(5, 0)' \
  'mean([])' \
  'stddev([1])' \
  'if stddev([1]) = null then 1 else 2' 2> /dev/null | cut -d ' ' -f 1)
want='null
error:
null
error:
error:'

basename lib/feel-engine-*.jar
echo 'expected: null, null, null, null, 1'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
