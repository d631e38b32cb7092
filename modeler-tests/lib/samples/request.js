/** The few fields of a first use, read from process variables. */
export const few = {
  'request.path': '="/v1/customers/" + customerId'
};

/** Something for every field; what is not here stays as in the few. */
export const all = {
  'request.method': 'POST',
  'request.path': '/v1/customers/search',
  'request.query': '={page: 1, pageSize: 10}',
  'request.body': '={and: [{customer_email: {equals: email}}]}',
  'options.repeatable': 'true'
};
