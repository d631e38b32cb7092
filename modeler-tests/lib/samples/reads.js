/** Values for the operations that only read messages and figures. */
export const operations = {
  'find-message': {
    few: {
      'message.by': 'conversation',
      'message.conversation': '=conversationId'
    },
    all: {
      'message.by': 'conversation',
      'message.conversation': '=conversationId',
      'message.customer': '=customerId',
      'message.id': '=messageId',
      'message.externalId': 'mail-4711',
      'message.direction': 'in',
      'message.channel': '=["email", "chat"]',
      'message.order': 'oldestFirst',
      'message.most': '50',
      'message.attachments': 'documents',
      'message.ifNotCopied': 'leaveOut'
    }
  },
  'count-records': {
    few: {
      'count.queryContext': 'conversation',
      'count.queries': '={open: {conversation_status: {equals: "open"}}}'
    },
    all: {
      'count.queryContext': 'kobject',
      'count.klass': 'order',
      'count.queries': '={late: {not: {kobject_order_title: {equals: "test"}}}}',
      'count.archive': 'false',
      'count.includeDeleted': 'true',
      'count.timeZone': 'Europe/London'
    }
  },
  'get-conversation-metrics': {
    few: {
      'conversation.id': '=conversationId'
    },
    all: {
      'metrics.timer': 'both',
      'metrics.queueTimes': 'false'
    }
  },
  'get-queue-metrics': {
    few: {
      'queue.by': 'keys',
      'queue.keys': 'vip'
    },
    all: {
      'queue.by': 'ids',
      'queue.ids': '=["5f9f1a2b3c4d5e6f7a8b9c0d"]',
      'metrics.waits': 'true',
      'metrics.waiting': 'false',
      'metrics.agents': 'false'
    }
  }
};
