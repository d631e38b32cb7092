/** Values for single operations. */
export const operations = {
  'register-webhook': {
    few: { 'webhook.url': 'https://connectors.example.org/inbound/kustomer-events' },
    all: {
      'webhook.name': 'Camunda production',
      'webhook.choice': 'chosen',
      'webhook.events': 'conversation.create, message.create',
      'options.tokenDocument': 'true'
    }
  }
};
