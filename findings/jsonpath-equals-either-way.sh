#!/usr/bin/env bash
# In a filter of Jayway's JsonPath, a number equals a text with the same digits, and the order of the two sides matters.
# "@.code == 7" matches the number 7 and the text "7"; "7 == @.code" matches the text "007" as well.
# "@.code == '007'" matches the number 7. The library's list of operators notes that 1 is not equal to '1'.
# Library: com.jayway.jsonpath:json-path 3.0.0 (Maven Central).
# Why it matters: a look-up by customer number takes the record of another customer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.jayway.jsonpath</groupId>
      <artifactId>json-path</artifactId><version>3.0.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Filter.java <<'JAVA'
import com.jayway.jsonpath.JsonPath;

class Filter {
  public static void main(String[] filters) {
    var customers = """
        [{"name": "number 7", "code": 7}, {"name": "text 7", "code": "7"}, {"name": "text 007", "code": "007"}]""";
    for (var filter : filters) {
      System.out.println(filter + " -> " + JsonPath.<Object>read(customers, "$[?(" + filter + ")].name"));
    }
  }
}
JAVA

seen=$(java -cp 'lib/*' Filter.java '@.code == 7' '7 == @.code' "@.code == '7'" "@.code == '007'" 2> /dev/null)
want=$(cat <<'TEXT'
@.code == 7 -> ["number 7","text 7"]
7 == @.code -> ["number 7","text 7","text 007"]
@.code == '7' -> ["number 7","text 7"]
@.code == '007' -> ["number 7","text 007"]
TEXT
)

basename lib/json-path-*.jar
echo 'expected: number 7 twice, then text 7, then text 007'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
