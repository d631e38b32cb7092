/** The fields of a first use, most of them with values of process variables. */
export const few = {
  'search.and': '={customer_email: {equals: email}}'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'search.queryContext': 'kobject',
  'search.klass': 'order',
  'search.and': '=[{kobject_order_title: {contains: orderNumber}}]',
  'search.or': '=[{kobject_order_custom_totalNum: {gt: 100}}, {kobject_order_custom_totalNum: {lt: 1}}]',
  'search.not': '={kobject_order_title: {equals: "test"}}',
  'search.sort': '=[{kobject_order_updated_at: "desc"}]',
  'search.most': '50',
  'search.archive': 'false',
  'search.includeDeleted': 'true',
  'search.idsOnly': 'true',
  'search.fields': '=[{field: "kobject_order_title"}]',
  'search.aggs': '={byTitle: {terms: {field: "kobject_order_title"}}}',
  'search.timeZone': 'Europe/London',
  'search.pageSize': '20',
  'search.additionalFields': '={searchHash: "a1b2"}'
};
