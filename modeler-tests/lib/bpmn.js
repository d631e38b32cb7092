import { createRequire } from 'node:module';

import { BpmnModdle } from 'bpmn-moddle';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json');

/** The parts of a diagram's element that a template writes. */
export async function readElement(xml, id) {
  const { elementsById, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml);
  const element = elementsById[id];
  if (!element || warnings.length > 0) {
    throw new Error(`The diagram has no element ${id}, or has errors: ${warnings.map(({ message }) => message)}`);
  }
  const extensions = element.extensionElements?.values ?? [];
  const extension = type => extensions.find(value => value.$type === type);
  const { type, retries } = extension('zeebe:TaskDefinition') ?? {};
  const task = Object.fromEntries(Object.entries({ type, retries }).filter(([ , value ]) => value !== undefined));
  const mapped = ({ target, source }) => [ target, source ?? '' ];
  return {
    type: element.$type,
    event: element.eventDefinitions?.[0]?.$type ?? null,
    template: element.get('zeebe:modelerTemplate'),
    version: String(element.get('zeebe:modelerTemplateVersion')),
    icon: element.get('zeebe:modelerTemplateIcon'),
    task,
    inputs: Object.fromEntries((extension('zeebe:IoMapping')?.inputParameters ?? []).map(mapped)),
    headers: Object.fromEntries((extension('zeebe:TaskHeaders')?.values ?? []).map(({ key, value }) => [ key, value ])),
    properties: Object.fromEntries((extension('zeebe:Properties')?.properties ?? []).map(({ name, value }) => [ name, value ?? '' ])),
    subscription: subscription(element)
  };
}

/** What the message of an event or a receive task is correlated by. */
function subscription(element) {
  const message = element.messageRef ?? element.eventDefinitions?.[0]?.messageRef;
  const { correlationKey } = (message?.extensionElements?.values ?? []).find(({ $type }) => $type === 'zeebe:Subscription') ?? {};
  return correlationKey === undefined ? {} : { correlationKey };
}

/** The diagram with numbered ids in place of random ones, so that it can be compared and committed. */
export function settled(xml) {
  const seen = new Map();
  const counted = (kind, found) => seen.get(found) ?? seen.set(found, `${kind}_${seen.size + 1}`).get(found);
  return xml
    .replace(/\b([A-Z][A-Za-z]+)_[01][0-9a-z]{6}(?![0-9a-z])/g, (found, kind) => counted(kind, found))
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, found => counted('name', found));
}
