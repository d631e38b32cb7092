/** The base URL comes from a secret, so that each test can use its own server. */
export const few = {
  'server.region': 'custom',
  'server.baseUrl': '{{secrets.KUSTOMER_BASE_URL}}'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'authentication.apiKey': '{{secrets.KUSTOMER_API_KEY}}',
  'options.onDuplicate': 'updateExisting',
  'options.ifAbsent': 'fail',
  'options.repeatProtection': 'lookUpFirst',
  'options.idempotencyKey': '="order-" + orderNumber',
  'options.keyScope': 'thisProcess',
  'content.ifEmpty': 'create',
  'options.timeoutSeconds': '45',
  resultVariable: 'kustomerResult',
  retryCount: '5',
  retryBackoff: 'PT30S'
};

/** Fields without a sample value: they have a default, or are hidden because the region is custom. */
export const untouched = [ 'server.organization', 'resultExpression', 'errorExpression', 'taskDefinitionType' ];
