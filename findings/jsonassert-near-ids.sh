#!/usr/bin/env bash
# JSONAssert compares whole numbers as fractions with double precision, also in the mode STRICT. Two ids that differ in
# the last digits are equal to it. In a list they are equal in the mode STRICT and different in the mode LENIENT.
# Library: org.skyscreamer:jsonassert 1.5.3 (Maven Central).
# Why it matters: a test that compares a stored record with the expected one passes with the id of another record.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.skyscreamer</groupId>
      <artifactId>jsonassert</artifactId><version>1.5.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Compare.java <<'JAVA'
import org.skyscreamer.jsonassert.JSONCompare;
import org.skyscreamer.jsonassert.JSONCompareMode;

class Compare {
  public static void main(String[] args) throws Exception {
    compare("{\"ticket\": 15}", "{\"ticket\": 16}");
    compare("{\"ticket\": 1234567890123456789}", "{\"ticket\": 1234567890123456700}");
    compare("[1234567890123456789]", "[1234567890123456700]");
    compare("{\"ticket\": \"1234567890123456789\"}", "{\"ticket\": \"1234567890123456700\"}");
  }

  private static void compare(String expected, String actual) throws Exception {
    for (var mode : new JSONCompareMode[] {JSONCompareMode.STRICT, JSONCompareMode.LENIENT}) {
      var passed = JSONCompare.compareJSON(expected, actual, mode).passed();
      System.out.println(expected + " and " + actual + ", " + mode + ": " + (passed ? "equal" : "different"));
    }
  }
}
JAVA

seen=$(java -cp 'lib/*' Compare.java)
want='{"ticket": 15} and {"ticket": 16}, STRICT: different
{"ticket": 15} and {"ticket": 16}, LENIENT: different
{"ticket": 1234567890123456789} and {"ticket": 1234567890123456700}, STRICT: equal
{"ticket": 1234567890123456789} and {"ticket": 1234567890123456700}, LENIENT: equal
[1234567890123456789] and [1234567890123456700], STRICT: equal
[1234567890123456789] and [1234567890123456700], LENIENT: different
{"ticket": "1234567890123456789"} and {"ticket": "1234567890123456700"}, STRICT: different
{"ticket": "1234567890123456789"} and {"ticket": "1234567890123456700"}, LENIENT: different'

basename lib/jsonassert-*.jar
echo 'expected: different in each line'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
