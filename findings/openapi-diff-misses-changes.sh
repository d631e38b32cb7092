#!/usr/bin/env bash
# openapi-diff finds no change where a value of a response changes from "text or number" to "text or Boolean" (oneOf),
# nor where a request body stops accepting other fields (additionalProperties false). A new minimum length of a text in
# a request is compatible for it, while a new minimum of a number is not. So is a response whose text may now be null.
# Library: org.openapitools.openapidiff:openapi-diff-core 2.1.7 (Maven Central).
# Why it matters: a build that stops at incompatible changes of an API lets these through, and calls fail at run time.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.openapitools.openapidiff</groupId>
      <artifactId>openapi-diff-core</artifactId><version>2.1.7</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > Compare.java <<'JAVA'
import org.openapitools.openapidiff.core.OpenApiCompare;

class Compare {
  private static final String ANY = "{type: object, properties: {v: {type: string}}}";

  public static void main(String[] args) {
    request("a minimum", "{type: object, properties: {v: {type: integer}}}",
        "{type: object, properties: {v: {type: integer, minimum: 5}}}");
    request("a minLength", ANY, "{type: object, properties: {v: {type: string, minLength: 5}}}");
    request("no other fields", ANY, "{type: object, additionalProperties: false, properties: {v: {type: string}}}");
    response("integer to boolean", "{type: object, properties: {v: {type: integer}}}",
        "{type: object, properties: {v: {type: boolean}}}");
    response("integer to boolean in oneOf",
        "{type: object, properties: {v: {oneOf: [{type: string}, {type: integer}]}}}",
        "{type: object, properties: {v: {oneOf: [{type: string}, {type: boolean}]}}}");
    response("null allowed", ANY, "{type: object, properties: {v: {type: string, nullable: true}}}");
  }

  private static void request(String change, String before, String after) {
    System.out.println("request, " + change + ": " + compare(api(before, ANY), api(after, ANY)));
  }

  private static void response(String change, String before, String after) {
    System.out.println("response, " + change + ": " + compare(api(ANY, before), api(ANY, after)));
  }

  private static String compare(String before, String after) {
    var changes = OpenApiCompare.fromContents(before, after);
    return changes.isUnchanged() ? "unchanged" : changes.isCompatible() ? "compatible" : "incompatible";
  }

  private static String api(String request, String response) {
    return """
        openapi: 3.0.3
        info: {title: Customers, version: "1"}
        paths:
          /customers:
            post:
              requestBody:
                required: true
                content: {application/json: {schema: %s}}
              responses:
                '200':
                  description: The customer
                  content: {application/json: {schema: %s}}
        """.formatted(request, response);
  }
}
JAVA

seen=$(java -cp 'lib/*' Compare.java 2> /dev/null)
want='request, a minimum: incompatible
request, a minLength: compatible
request, no other fields: unchanged
response, integer to boolean: incompatible
response, integer to boolean in oneOf: unchanged
response, null allowed: compatible'

basename lib/openapi-diff-core-*.jar
echo 'expected: incompatible in each line'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
