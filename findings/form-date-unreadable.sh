#!/usr/bin/env bash
# A form that calculates a date submits a time stamp, such as "2024-05-08T00:00:00.000Z". The engine's function "date"
# returns null for that text. A time is submitted with the year 1900, and the function "time" returns null.
# In the engine, the same calculation yields the text "2024-05-08".
# Libraries: @bpmn-io/form-js-viewer 1.23.0, jsdom 26.1.0 (npm), org.camunda.feel:feel-engine 1.20.0.
# Why it matters: the same expression works as a script of the process and yields null after the form.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts @bpmn-io/form-js-viewer@1.23.0 jsdom@26.1.0

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.camunda.feel</groupId>
      <artifactId>feel-engine</artifactId><version>1.20.0</version></dependency>
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
      System.out.println("engine: " + engine.evaluateExpression(expression, Map.of()).result());
    }
  }
}
JAVA
cat > submit.cjs <<'JS'
const { JSDOM } = require('jsdom');

const { window } = new JSDOM('<div id="form"></div>', { pretendToBeVisual: true });
const names = ['document', 'HTMLElement', 'Node', 'Element', 'SVGElement', 'KeyboardEvent', 'requestAnimationFrame',
  'cancelAnimationFrame'];
for (const name of names) globalThis[name] = window[name];
globalThis.window = window;
globalThis.ResizeObserver = window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };

const { Form } = require('@bpmn-io/form-js-viewer');
const expression = (key, text) => ({ type: 'expression', id: key, key, expression: text, computeOn: 'change' });
(async () => {
  const form = new Form({ container: document.querySelector('#form') });
  const components = [
    expression('day', '=date("2024-05-01") + duration("P7D")'), expression('at', '=time("10:00:00")')];
  await form.importSchema({ type: 'default', id: 'sample', schemaVersion: 18, components }, {});
  for (let i = 0; i < 200 && !form.submit().data.at; i++) await new Promise(resolve => setTimeout(resolve, 20));
  const { day, at } = form.submit().data;
  console.log(day);
  console.log(at);
  process.exit();
})();
JS

mapfile -t texts < <(node submit.cjs)
seen=$(printf 'form: %s\n' "${texts[@]}"
  java -cp 'lib/*' Eval.java "date(\"${texts[0]}\")" "time(\"${texts[1]}\")" \
    'string(date("2024-05-01") + duration("P7D"))' 2> /dev/null)
want='form: 2024-05-08T00:00:00.000Z
form: 1900-01-01T10:00:00.000+00:00
engine: null
engine: null
engine: 2024-05-08'

echo "@bpmn-io/form-js-viewer $(node -p 'require("./node_modules/@bpmn-io/form-js-viewer/package.json").version')"
basename lib/feel-engine-*.jar
echo 'expected: texts that the functions "date" and "time" of the engine read'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
