const TAGS = {
  'bpmn:Task': 'task',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:SendTask': 'sendTask',
  'bpmn:IntermediateThrowEvent': 'intermediateThrowEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:StartEvent': 'startEvent',
  'bpmn:IntermediateCatchEvent': 'intermediateCatchEvent',
  'bpmn:BoundaryEvent': 'boundaryEvent',
  'bpmn:ReceiveTask': 'receiveTask'
};

/** The id of the element to which a template is applied. */
export const ELEMENT = 'applied';

/** A start event, and an end event. */
const STARTED = {
  elements: `
    <bpmn:startEvent id="${ELEMENT}"><bpmn:outgoing>out</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="out" sourceRef="${ELEMENT}" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>out</bpmn:incoming></bpmn:endEvent>`,
  shapes: `
      ${shape(ELEMENT, 172, 36, 36)}
      ${shape('end', 270, 36, 36)}
      ${edge('out', 208, 270)}`
};

/** A task that no worker takes, with a boundary event, whose way leads to the end. */
const ATTACHED = {
  elements: `
    <bpmn:startEvent id="start"><bpmn:outgoing>in</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="wait" />
    <bpmn:serviceTask id="wait" name="Wait">
      <bpmn:extensionElements><zeebe:taskDefinition type="never-done" /></bpmn:extensionElements>
      <bpmn:incoming>in</bpmn:incoming><bpmn:outgoing>done</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="done" sourceRef="wait" targetRef="finished" />
    <bpmn:endEvent id="finished"><bpmn:incoming>done</bpmn:incoming></bpmn:endEvent>
    <bpmn:boundaryEvent id="${ELEMENT}" attachedToRef="wait"><bpmn:outgoing>out</bpmn:outgoing></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="out" sourceRef="${ELEMENT}" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>out</bpmn:incoming></bpmn:endEvent>`,
  shapes: `
      ${shape('start', 172, 36, 36)}
      ${shape('wait', 270, 100, 80)}
      ${shape('finished', 432, 36, 36)}
      ${shape(ELEMENT, 302, 36, 36, 160)}
      ${shape('end', 432, 36, 36, 240)}
      ${edge('in', 208, 270)}
      ${edge('done', 370, 432)}
      <bpmndi:BPMNEdge id="out_di" bpmnElement="out"><di:waypoint x="320" y="178" /><di:waypoint x="320" y="240" /><di:waypoint x="432" y="240" /></bpmndi:BPMNEdge>`
};

/**
 * A process with one plain element of the type to which a template applies.
 *
 * @param {object} json the template
 * @param {object} [options]
 * @param {string} [options.id] of the process
 * @param {string} [options.version] of Camunda
 */
export function diagram(json, { id = 'plain', version = '8.8.0' } = {}) {
  const tag = TAGS[json.appliesTo[0]];
  if (!tag) {
    throw new Error(`This diagram can't contain a ${json.appliesTo[0]}`);
  }
  if (tag === 'startEvent') {
    return process({ id, version }, STARTED);
  }
  if (tag === 'boundaryEvent') {
    return process({ id, version }, ATTACHED);
  }
  const ends = tag === 'endEvent';
  const isTask = tag.toLowerCase().endsWith('task');
  const [ width, height ] = isTask ? [ 100, 80 ] : [ 36, 36 ];
  // No name for an event, because its label is beside it and only a browser can place it.
  const name = isTask ? ` name="${escaped(json.name)}"` : '';
  const right = 270 + width;
  return process({ id, version }, {
    elements: `
    <bpmn:startEvent id="start"><bpmn:outgoing>in</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="${ELEMENT}" />
    <bpmn:${tag} id="${ELEMENT}"${name}>
      <bpmn:incoming>in</bpmn:incoming>${ends ? '' : '<bpmn:outgoing>out</bpmn:outgoing>'}
    </bpmn:${tag}>${ends ? '' : `
    <bpmn:sequenceFlow id="out" sourceRef="${ELEMENT}" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>out</bpmn:incoming></bpmn:endEvent>`}`,
    shapes: `
      ${shape('start', 172, 36, 36)}
      ${shape(ELEMENT, 270, width, height)}
      ${edge('in', 208, 270)}${ends ? '' : `
      ${shape('end', right + 62, 36, 36)}
      ${edge('out', right, right + 62)}`}`
  });
}

function process({ id, version }, { elements, shapes }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="${version}">
  <bpmn:process id="${id}" isExecutable="true">${elements}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${id}">${shapes}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

function shape(id, x, width, height, y = 120) {
  return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
}

function edge(id, from, to) {
  return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="120" /><di:waypoint x="${to}" y="120" /></bpmndi:BPMNEdge>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
