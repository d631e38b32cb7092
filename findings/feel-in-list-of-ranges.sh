#!/usr/bin/env bash
# In Camunda's engine no value is in a list of ranges: 5 in [[1..10], [20..30]] is false, without a message. The same
# ranges in round brackets are true. In DMN and in Kie both forms mean that one of the ranges contains the value. The
# maintainers of the engine have listed the case as a fault since 2020.
# Libraries: org.camunda.feel:feel-engine 1.20.0, org.kie:kie-dmn-feel 10.1.0.
# Why it matters: a process that gets the holidays of a team as a list of ranges assigns work on each of these days.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId><version>2.19.2</version></dependency>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
    <dependency><groupId>org.kie</groupId>
      <artifactId>kie-dmn-feel</artifactId><version>10.1.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Eval.java <<'JAVA'
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

class Eval {
  public static void main(String[] expressions) {
    var camunda = FeelEngineBuilder.create().build();
    var kie = FEELBuilder.builder().build();
    for (var expression : expressions) {
      System.out.println(camunda.evaluateExpression(expression, Map.of()).result() + " | " + kie.evaluate(expression));
    }
  }
}
JAVA

expressions=(
  '5 in ([1..10], [20..30])'
  '5 in [[1..10], [20..30]]'
  '5 in [> 3]'
  'date("2024-12-26") in [[date("2024-12-24")..date("2024-12-31")]]'
)

seen=$(java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='true | true
false | true
false | true
false | true'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: true each time; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
