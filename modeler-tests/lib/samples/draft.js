/** The few fields of a first use, read from process variables. */
export const few = {
  'draft.customer': '=customerId',
  'draft.to': '=email',
  'draft.body': '="Your parcel is on its way, " + name'
};

/** Something for every field; what is not here stays as in the few. */
export const all = {
  'draft.subject': 'Your order 4711',
  'draft.sendAt': '2026-01-31T09:30:00Z',
  'draft.conversation': '=conversationId',
  'draft.from': 'help@example.org',
  'draft.app': 'postmark',
  'draft.cc': '=["bob@example.org", "eve@example.org"]',
  'draft.bcc': 'audit@example.org',
  'draft.replyTo': 'help@example.org',
  'draft.template': '5f9f1a2b3c4d5e6f7a8b9c18',
  'draft.headers': '=[{name: "X-Order", value: "4711"}]',
  'draft.lang': 'en_us',
  'draft.auto': '=true',
  'draft.source': 'bulk',
  'draft.shortcuts': '=["5f9f1a2b3c4d5e6f7a8b9c16"]',
  'draft.kbArticles': '=["5f9f1a2b3c4d5e6f7a8b9c17"]',
  'draft.payload': '={order: 4711}',
  'draft.additionalFields': '={}'
};

/** Sending looks up no record that others may have made. */
export const operations = {
  'send-message': { all: { 'options.repeatProtection': 'none' } }
};

/** Fields that stay as they are: with their default, or hidden since the message is an e-mail that is sent at once. */
export const untouched = [ 'draft.channel', 'draft.action', 'draft.id', 'draft.meta', 'draft.attachments' ];
