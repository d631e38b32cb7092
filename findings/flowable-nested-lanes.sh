#!/usr/bin/env bash
# Flowable's BPMN converter loses the first of the lanes within a lane and gives its elements to the outer lane. The
# second inner lane becomes a lane beside the outer one. There is no warning. BPMN allows lanes within lanes, as
# "childLaneSet", and the library of Camunda 7 keeps them.
# Libraries: org.flowable:flowable-bpmn-converter 7.1.0, org.camunda.bpm.model:camunda-bpmn-model 7.22.0.
# Why it matters: a tool that reads the role of a task from its lane finds no first level any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.flowable</groupId>
      <artifactId>flowable-bpmn-converter</artifactId><version>7.1.0</version></dependency>
    <dependency><groupId>org.camunda.bpm.model</groupId>
      <artifactId>camunda-bpmn-model</artifactId><version>7.22.0</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DoutputDirectory=lib > mvn.log 2>&1 || { cat mvn.log; exit 1; }

cat > made.bpmn <<'XML'
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="d">
  <process id="p" isExecutable="true">
    <laneSet id="lanes">
      <lane id="support" name="Support">
        <flowNodeRef>answer</flowNodeRef>
        <flowNodeRef>approve</flowNodeRef>
        <childLaneSet id="inner">
          <lane id="first" name="First level"><flowNodeRef>answer</flowNodeRef></lane>
          <lane id="second" name="Second level"><flowNodeRef>approve</flowNodeRef></lane>
        </childLaneSet>
      </lane>
    </laneSet>
    <userTask id="answer" />
    <userTask id="approve" />
  </process>
</definitions>
XML

cat > Convert.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import javax.xml.stream.XMLInputFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.flowable.bpmn.converter.BpmnXMLConverter;

class Convert {
  static void print(String name, BpmnModelInstance model) {
    for (var lane : model.getModelElementsByType(Lane.class)) {
      System.out.println(name + ": " + lane.getName() + " "
          + lane.getFlowNodeRefs().stream().map(node -> node.getId()).toList());
    }
  }

  public static void main(String[] args) throws Exception {
    print("made", Bpmn.readModelFromFile(new File("made.bpmn")));
    var converter = new BpmnXMLConverter();
    var reader = XMLInputFactory.newInstance().createXMLStreamReader(new FileInputStream("made.bpmn"));
    var converted = converter.convertToXML(converter.convertToBpmnModel(reader));
    print("converted", Bpmn.readModelFromStream(new ByteArrayInputStream(converted)));
  }
}
JAVA

seen=$(java -cp 'lib/*' Convert.java 2> /dev/null)
want='made: Support [answer, approve]
made: First level [answer]
made: Second level [approve]
converted: Support [answer, approve, answer]
converted: Second level [approve]'

basename lib/flowable-bpmn-converter-[0-9]*.jar
basename lib/camunda-bpmn-model-[0-9]*.jar
echo 'expected: the same three lanes both times'
printf 'seen:\n%s\n' "$seen"

[ "$seen" = "$want" ] || { echo 'The behaviour changed.'; exit 1; }
echo 'PASS: the behaviour is as described.'
