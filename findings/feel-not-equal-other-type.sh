#!/usr/bin/env bash
# In FEEL, a text and a number are neither equal nor unequal: both "=" and "!=" are null.
# A filter with "!=" therefore drops each item whose value has the other type, although the values differ.
# Library: org.camunda.feel:feel-engine 1.20.0.
# Why it matters: APIs return a status as text or as number; the filter [status != 404] can yield an empty list.
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
  '"500" != 404' \
  'not("500" = 404)' \
  'count([{status: "500"}, {status: 500}][status != 404])' 2> /dev/null)
want='null
null
1'

basename lib/feel-engine-*.jar
echo 'expected: true, true, 2'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
