#!/usr/bin/env bash
# A FEEL duration divided by another is a whole number in Camunda's engine: the rest is dropped, not rounded. Kie
# returns the exact quotient. Camunda documents the result as a number, and DMN defines it as the quotient of the two
# values.
# Libraries: org.camunda.feel:feel-engine 1.20.0, org.kie:kie-dmn-feel 10.1.0.
# Why it matters: 119 minutes of work at a price for each hour are charged as one hour.
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
  'duration("PT3H") / duration("PT1H")'
  'duration("PT119M") / duration("PT1H")'
  'duration("PT119M") / duration("PT1H") * 90'
  'duration("P18M") / duration("P1Y")'
  '119 / 60'
)

seen=$(java -cp 'lib/*' Eval.java "${expressions[@]}" 2> /dev/null)
want='3 | 3
1 | 1.983333333333333333333333333333333
90 | 178.5000000000000000000000000000000
1 | 1.5
1.983333333333333333333333333333333 | 1.983333333333333333333333333333333'

basename lib/feel-engine-*.jar
basename lib/kie-dmn-feel-*.jar
echo 'expected: 3, 1.98..., 178.5, 1.5 and 1.98... from both; left Camunda, right Kie'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
