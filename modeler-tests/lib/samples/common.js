/** The server is the one that a secret names, where a process runs. */
export const few = {
  'server.region': 'custom',
  'server.baseUrl': '{{secrets.KUSTOMER_BASE_URL}}'
};

/** Something for every field; what is not here stays as in the few. */
export const all = {
  'authentication.apiKey': '{{secrets.KUSTOMER_API_KEY}}',
  'options.onDuplicate': 'updateExisting',
  'options.ifAbsent': 'fail',
  'options.repeatProtection': 'lookUpFirst',
  'options.idempotencyKey': '="order-" + orderNumber',
  'options.timeoutSeconds': '45',
  resultVariable: 'kustomer',
  retryCount: '5',
  retryBackoff: 'PT30S'
};

/** Fields that stay as they are: with their default, or hidden since the region is custom. */
export const untouched = [ 'server.organization', 'resultExpression', 'errorExpression', 'taskDefinitionType' ];
