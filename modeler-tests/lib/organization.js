/** @typedef {import('./simulator.js').Simulator} Simulator */

/**
 * Creates what a small organization has: two customers, a conversation with a message, a webhook, an order, a queue
 * with a work item.
 *
 * @param {Simulator} simulator
 * @param {string} receiver the address to which events are sent
 */
export async function organization(simulator, receiver) {
  const customer = await simulator.create('/v1/customers', {
    name: 'Ada Lovelace', emails: [ { email: 'ada@example.org' } ], phones: [ { phone: '+442079460958' } ]
  });
  await simulator.create('/v1/outbound-webhooks', {
    name: 'Processes', url: receiver, events: [ 'kustomer.message.create' ]
  });
  const conversation = await simulator.create('/v1/conversations', { customer, name: 'A broken lamp' });
  await simulator.create(`/v1/conversations/${conversation}/messages`, {
    channel: 'email', direction: 'in', app: 'postmark', preview: 'My lamp does not work.'
  });
  await simulator.create('/v1/klasses/order', {
    title: 'Order 1815', customer, custom: { orderNumberStr: '1815', totalPriceNum: 42, orderStatusStr: 'delivered' }
  });
  const queue = await simulator.create('/v1/routing/queues', { name: 'Complaints' });
  await simulator.create('/v1/routing/work-items', {
    resource: { id: conversation, type: 'conversation' }, queue: { id: queue }
  });
  return { customer, conversation };
}

/**
 * Handles an event as a process does: it adds a note for each message of a customer.
 *
 * @param {Simulator} simulator
 */
export async function noteMessage(simulator, { data }) {
  if (data.attributes.direction === 'in') {
    const conversation = data.relationships.conversation.data.id;
    await simulator.create(`/v1/conversations/${conversation}/notes`, { body: `Seen: ${data.attributes.preview}` });
  }
}
