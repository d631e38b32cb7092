/** The fields of a first use, most of them with values of process variables. */
export const few = {
  'conversation.customer': '=customerId',
  'conversation.name': '="Welcome, " + name'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'conversation.status': 'open',
  'conversation.priority': '4',
  'conversation.tags': '=["billing", "urgent"]',
  'conversation.custom': '={orderNumberStr: "4711"}',
  'conversation.externalId': 'T-4711',
  'conversation.direction': 'in',
  'conversation.replyChannel': 'email',
  'conversation.assignedUsers': '5f9f1a2b3c4d5e6f7a8b9c0e',
  'conversation.assignedTeams': '=["5f9f1a2b3c4d5e6f7a8b9c0f"]',
  'conversation.queue': '5f9f1a2b3c4d5e6f7a8b9c10',
  'conversation.defaultLang': 'en_us',
  'conversation.id': '5f9f1a2b3c4d5e6f7a8b9c11',
  'conversation.campaign': '5f9f1a2b3c4d5e6f7a8b9c12',
  'conversation.createdAt': '2026-01-31T09:30:00Z',
  'conversation.importedAt': '2026-01-31T09:34:00Z',
  'conversation.additionalFields': '={}'
};

/** Fields without a sample value, because the live API refuses a channel on create. */
export const untouched = [ 'conversation.channel' ];
