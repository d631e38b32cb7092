/** The fields of a first use, most of them with values of process variables. */
export const few = {
  'message.conversation': '=conversationId',
  'message.preview': '="Where is my order? " + name'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'message.channel': 'sms',
  'message.direction': 'out',
  'message.subject': 'Order 4711',
  'message.attachments': '=[]',
  'message.app': 'shop',
  'message.externalId': 'M-4711',
  'message.id': '5f9f1a2b3c4d5e6f7a8b9c14',
  'message.status': 'error',
  'message.sentAt': '2026-01-31T09:30:00Z',
  'message.lang': 'en_us',
  'message.sentiment': '={polarity: 1, confidence: 0.5}',
  'message.custom': '={orderNumberStr: "4711"}',
  'message.meta': '={from: "+18005551212"}',
  'message.related': '5f9f1a2b3c4d5e6f7a8b9c15',
  'message.reference': '={message: "5f9f1a2b3c4d5e6f7a8b9c15", type: "reply"}',
  'message.auto': 'true',
  'message.source': 'bulk',
  'message.queue': '5f9f1a2b3c4d5e6f7a8b9c10',
  'message.shortcuts': '=["5f9f1a2b3c4d5e6f7a8b9c16"]',
  'message.kbArticles': '=["5f9f1a2b3c4d5e6f7a8b9c17"]',
  'message.location': '={cityName: "Berlin", countryCode: "DE"}',
  'message.size': '2048',
  'message.error': '={code: "bounced", title: "No such number"}',
  'message.errorAt': '2026-01-31T09:31:00Z',
  'message.importedAt': '2026-01-31T09:34:00Z',
  'message.createdAt': '2026-01-31T09:30:00Z',
  'message.createdBy': '5f9f1a2b3c4d5e6f7a8b9c0e',
  'message.modifiedAt': '2026-01-31T09:31:00Z',
  'message.modifiedBy': '5f9f1a2b3c4d5e6f7a8b9c0e',
  'message.additionalFields': '={}'
};

/** Fields without a sample value, because the message belongs to a conversation. */
export const untouched = [ 'message.parent', 'message.customer' ];
