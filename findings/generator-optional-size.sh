#!/usr/bin/env bash
# The template generator of the connector SDK makes an invalid template from an optional field with @Size.
# Camunda's own validator rejects it: an optional property with a length also needs "notEmpty: false".
# Libraries: io.camunda.connector:element-template-generator-core 8.8.7,
# @bpmn-io/element-templates-validator 2.26.0 (npm).
# Why it matters: the build succeeds, but the modeler does not offer the template.
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
npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/element-templates-validator@2.26.0

cat > Generate.java <<'JAVA'
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.*;
import io.camunda.connector.generator.java.ClassBasedTemplateGenerator;
import io.camunda.connector.generator.java.annotation.*;
import jakarta.validation.constraints.Size;

class Generate {
  record Short(@Size(max = 20) String tag) {}
  record OptionalShort(@TemplateProperty(optional = true) @Size(max = 20) String tag) {}

  abstract static class Base implements OutboundConnectorFunction {
    public Object execute(OutboundConnectorContext context) {
      return null;
    }
  }

  @OutboundConnector(name = "Sample", type = "sample:1", inputVariables = {})
  @ElementTemplate(id = "sample.v1", name = "Sample", version = 1, inputDataClass = Short.class)
  public static class Required extends Base {}

  @OutboundConnector(name = "Sample", type = "sample:1", inputVariables = {})
  @ElementTemplate(id = "sample.v1", name = "Sample", version = 1, inputDataClass = OptionalShort.class)
  public static class Optional extends Base {}

  public static void main(String[] args) throws Exception {
    for (var connector : new Class<?>[] {Required.class, Optional.class}) {
      var template = new ClassBasedTemplateGenerator().generate(connector).get(0);
      System.out.println(new ObjectMapper().writeValueAsString(template));
    }
  }
}
JAVA
cat > validate.cjs <<'JS'
const { validateZeebe } = require('@bpmn-io/element-templates-validator');

for (const line of require('fs').readFileSync(0, 'utf8').trim().split('\n')) {
  const { valid, errors } = validateZeebe(JSON.parse(line));
  console.log(valid ? 'valid' : `invalid: ${errors[0].message}`);
}
JS
seen=$("$java" -cp 'lib/*' Generate.java 2> /dev/null | node validate.cjs)
want="valid
invalid: must have required property 'notEmpty'"

basename lib/element-template-generator-core-*.jar
echo 'expected: valid, with and without "optional"'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
