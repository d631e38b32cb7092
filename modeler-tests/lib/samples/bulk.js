/** The fields of a first use, most of them with values of process variables. */
export const few = {
  'bulk.items': '=rows'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'bulk.resource': 'kobjects',
  'bulk.klass': 'order',
  'bulk.action': 'upsert',
  'bulk.items': '=[{title: "Order 4711", externalId: orderNumber}]',
  'bulk.key': 'rowNumber',
  'bulk.results': 'document',
  'bulk.progress': '=kustomerBulk',
  'bulk.waitSeconds': '20'
};
