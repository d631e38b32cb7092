/** The fields of a first use. */
export const few = {
  'inbound.context': 'kustomer-events'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'inbound.signingToken': '{{secrets.KUSTOMER_WEBHOOK_TOKEN}} {{secrets.OLD_KUSTOMER_WEBHOOK_TOKEN}}',
  'inbound.hmacSecret': '{{secrets.OLD_KUSTOMER_WEBHOOK_TOKEN}}',
  'inbound.ownUser': '5f9f1a2b3c4d5e6f7a8b9c0e',
  'inbound.ownEvents': 'deliver',
  event: 'own',
  'condition.own': '=request.body.name = "kustomer.message.create"',
  correlationRequired: 'required',
  correlationKeyProcess: '=conversationId',
  correlationKeyEvent: '=request.body.data.relationships.conversation.data.id',
  messageIdExpression: '=request.body.id',
  messageTtl: 'P1D'
};

/** Fields without a sample value: the type has a default. */
export const untouched = [ 'connectorType' ];

/** Values of the registration. */
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
