/** Values for the fields of Route Kustomer Conversation, Start Kustomer Workflow and Find Kustomer Record. */
export const operations = {
  'route-conversation': {
    few: {
      'route.conversation': '=conversationId',
      'route.action': 'queue',
      'route.queue': 'complaints'
    },
    all: {
      'route.takeFromAgent': 'true',
      'route.assignedTo': 'ada@example.org'
    }
  },
  'start-workflow': {
    few: {
      'workflow.hook': '{{secrets.KUSTOMER_WORKFLOW_HOOK}}',
      'workflow.data': '={orderNumber: orderNumber}'
    },
    all: {
      'workflow.key': '="order-" + orderNumber',
      'workflow.hookId': '5f9f1a2b3c4d5e6f7a8b9c0d'
    }
  },
  'find-record': {
    few: {
      'record.kind': 'queue',
      'record.by': 'name',
      'record.name': 'Complaints'
    },
    all: {
      'record.id': '5f9f1a2b3c4d5e6f7a8b9c0d',
      'record.key': 'complaints',
      'record.email': 'ada@example.org',
      'record.externalId': 'C-4711',
      'record.ifSeveral': 'first',
      'record.includeDeactivated': 'true'
    }
  }
};
