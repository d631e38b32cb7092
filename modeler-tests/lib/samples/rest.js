/** A value for every field that only a template for Camunda's REST connector has. */
export const all = {
  'customer.by': 'id'
};

/** Values of all templates for the REST connector. Their job type does not name the operation. */
export const operations = {
  'http-json': {
    few: { 'customer.externalId': 'C-1001', 'customer.id': '=customerId' }
  }
};
