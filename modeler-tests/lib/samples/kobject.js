/** The fields of a first use of Create Kustomer KObject. */
export const few = {
  'kobject.klass': 'order',
  'kobject.title': '="Order " + string(orderNumber)',
  'kobject.customer': '=customerId'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'kobject.externalId': '=string(orderNumber)',
  'kobject.custom': '={orderNumberStr: "4711", totalPriceNum: 12.5}',
  'kobject.company': '5f9f1a2b3c4d5e6f7a8b9c0d',
  'kobject.description': 'Two books, gift wrapped',
  'kobject.data': '={lines: [{sku: "B-1", count: 2}]}',
  'kobject.tags': '=["vip", "beta"]',
  'kobject.images': 'https://example.org/book.png',
  'kobject.icon': 'book',
  'kobject.createdAt': '2026-01-31T09:29:00Z',
  'kobject.importedAt': '2026-01-31T09:34:00Z'
};

/** Values for single operations. */
export const operations = {
  'create-kobject': {
    all: { 'options.repeatProtection': 'none' }
  },
  'find-kobject': {
    few: { 'kobject.by': 'id', 'kobject.id': '=kobjectId' },
    all: {
      'kobject.by': 'customer',
      'kobject.customer': '=customerId',
      'kobject.fromDate': '2020-01-31',
      'kobject.order': 'newest',
      'kobject.most': '50'
    }
  },
  'update-kobject': {
    few: { 'target.klass': 'order', 'target.id': '=kobjectId', 'kobject.title': 'Order 4711, sent' },
    all: {
      'target.by': 'externalId',
      'target.externalId': '4711',
      'change.clear': 'custom.orderStatusStr',
      'change.rev': '1',
      'kobject.additionalFields': '={importedAt: "2026-01-31T09:34:00Z"}'
    }
  },
  'delete-record': {
    few: { 'record.kind': 'conversation', 'record.id': '=conversationId' },
    all: { 'record.kind': 'kobject', 'record.klass': 'order', 'record.id': '=kobjectId' }
  }
};
