#!/usr/bin/env bash
# The template generator of the connector SDK makes a form field from a static constant of the input record.
# The connector never reads the field, and its name appears in the form and in the task's input mappings.
# Library: io.camunda.connector:element-template-generator-core 8.8.7.
# Why it matters: a constant for a limit or a default, moved into the record that it belongs to, changes the form.
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
    <dependency><groupId>io.camunda.connector</groupId>
      <artifactId>element-template-generator-core</artifactId><version>8.8.7</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Generate.java <<'JAVA'
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.*;
import io.camunda.connector.generator.java.ClassBasedTemplateGenerator;
import io.camunda.connector.generator.java.annotation.ElementTemplate;

class Generate {
  record Order(String number) {
    static final String LONGEST_NUMBER = "64";
  }

  @OutboundConnector(name = "Sample", type = "sample:1", inputVariables = {})
  @ElementTemplate(id = "sample.v1", name = "Sample", version = 1, inputDataClass = Order.class)
  public static class Sample implements OutboundConnectorFunction {
    public Object execute(OutboundConnectorContext context) {
      return null;
    }
  }

  public static void main(String[] args) {
    new ClassBasedTemplateGenerator().generate(Sample.class).get(0).properties().stream()
        .map(property -> property.getBinding().toString())
        .filter(binding -> binding.startsWith("ZeebeInput"))
        .forEach(System.out::println);
  }
}
JAVA
seen=$("$java" -cp 'lib/*' Generate.java 2> /dev/null)
want='ZeebeInput[name=LONGEST_NUMBER]
ZeebeInput[name=number]'

basename lib/element-template-generator-core-*.jar
echo 'expected: one input, number'
printf 'seen:\n%s\n' "$seen"

[ "$(sort <<< "$seen")" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
