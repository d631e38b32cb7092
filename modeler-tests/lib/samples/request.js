/** The fields of a first use, most of them with values of process variables. */
export const few = {
  'request.path': '="/v1/customers/" + customerId'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'request.method': 'POST',
  'request.path': '/v1/customers/search',
  'request.query': '={page: 1, pageSize: 10}',
  'request.body': '={and: [{customer_email: {equals: email}}]}',
  'options.repeatable': 'true'
};
