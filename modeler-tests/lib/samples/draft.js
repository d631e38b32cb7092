/** The fields of a first use, most of them with values of process variables. */
export const few = {
  'draft.customer': '=customerId',
  'draft.to': '=email',
  'draft.body': '="Your parcel is on its way, " + name'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'draft.subject': 'Your order 4711',
  'draft.sendAt': '2026-01-31T09:30:00Z',
  'draft.conversation': '=conversationId',
  'draft.from': 'help@example.org',
  'draft.app': 'postmark',
  'draft.cc': 'bob@example.org, eve@example.org',
  'draft.bcc': 'audit@example.org',
  'draft.replyTo': 'help@example.org',
  'draft.template': '5f9f1a2b3c4d5e6f7a8b9c18',
  'draft.headers': '=[{name: "X-Order", value: "4711"}]',
  'draft.lang': 'en_us',
  'draft.auto': 'true',
  'draft.source': 'bulk',
  'draft.shortcuts': '=["5f9f1a2b3c4d5e6f7a8b9c16"]',
  'draft.kbArticles': '=["5f9f1a2b3c4d5e6f7a8b9c17"]',
  'draft.payload': '={order: 4711}',
  'draft.additionalFields': '={}'
};

/** Another protection, because this operation has no choice "Look up first". */
export const operations = {
  'send-message': { all: { 'options.repeatProtection': 'none' } }
};

/** Fields without a sample value: they have a default, or are hidden because the message is an e-mail sent at once. */
export const untouched = [ 'draft.channel', 'draft.action', 'draft.id', 'draft.meta', 'draft.attachments' ];
