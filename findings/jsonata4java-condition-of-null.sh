#!/usr/bin/env bash
# In JSONata4Java the condition `plan ? "paying" : "free"` is null if the plan is null: neither branch is taken. With
# an empty list or object, and with a list, the result is that value. JSONata's rules make null and empty values false,
# and a list with a true item true. The JavaScript original and another Java port follow them.
# Libraries: com.ibm.jsonata4java:JSONata4Java 3.0.0, com.dashjoin:jsonata 0.9.10 (Maven Central), jsonata 2.2.2 (npm).
# Why it matters: a mapping that is tested in JavaScript writes null or a list into a text field of the customer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.ibm.jsonata4java</groupId>
      <artifactId>JSONata4Java</artifactId><version>3.0.0</version></dependency>
    <dependency><groupId>com.dashjoin</groupId>
      <artifactId>jsonata</artifactId><version>0.9.10</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

npm install --silent --no-audit --no-fund --ignore-scripts jsonata@2.2.2

cat > Evaluate.java <<'JAVA'
import com.api.jsonata4java.expressions.Expressions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.json.Json;
import tools.jackson.databind.json.JsonMapper;

class Evaluate {
  public static void main(String[] args) throws Exception {
    for (int i = 1; i < args.length; i++) {
      var ibm = Expressions.parse(args[0]).evaluate(new JsonMapper().readTree(args[i]));
      var dashjoin = Jsonata.jsonata(args[0]).evaluate(Json.parseJson(args[i]));
      System.out.println(args[i] + ": JSONata4Java " + ibm + ", dashjoin \"" + dashjoin + "\"");
    }
  }
}
JAVA

cat > evaluate.mjs <<'JS'
import jsonata from 'jsonata';

const [expression, ...inputs] = process.argv.slice(2);
for (const input of inputs) {
  console.log(`${input}: jsonata ${JSON.stringify(await jsonata(expression).evaluate(JSON.parse(input)))}`);
}
JS

inputs=('plan ? "paying" : "free"' '{"plan":"gold"}' '{"plan":null}' '{"plan":[]}' '{"plan":{}}' '{"plan":["gold"]}')
seen=$(java -cp 'lib/*' Evaluate.java "${inputs[@]}" 2> /dev/null; node evaluate.mjs "${inputs[@]}")
want='{"plan":"gold"}: JSONata4Java "paying", dashjoin "paying"
{"plan":null}: JSONata4Java null, dashjoin "free"
{"plan":[]}: JSONata4Java [], dashjoin "free"
{"plan":{}}: JSONata4Java {}, dashjoin "free"
{"plan":["gold"]}: JSONata4Java ["gold"], dashjoin "paying"
{"plan":"gold"}: jsonata "paying"
{"plan":null}: jsonata "free"
{"plan":[]}: jsonata "free"
{"plan":{}}: jsonata "free"
{"plan":["gold"]}: jsonata "paying"'

basename lib/JSONata4Java-*.jar
basename lib/jsonata-*.jar
echo "jsonata $(node -p 'require("./node_modules/jsonata/package.json").version') (npm)"
echo 'expected: paying, free, free, free and paying, three times'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
