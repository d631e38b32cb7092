/** Values for the fields of Find and Update Kustomer Conversation that differ from those of the create. */
export const operations = {
  'find-conversation': {
    few: {
      'conversation.by': 'id',
      'conversation.id': '=conversationId'
    },
    all: {
      'conversation.by': 'customer',
      'conversation.status': '=["open", "snoozed"]',
      'conversation.fromDate': '2020-01-31',
      'conversation.most': '50'
    }
  },
  'update-conversation': {
    few: {
      'target.id': '=conversationId',
      'conversation.status': 'done'
    },
    all: {
      'conversation.status': 'snoozed',
      'conversation.snoozeUntil': '=string(now() + duration("PT2H"))',
      'conversation.changeTags': 'replace',
      'conversation.subStatus': '5f9f1a2b3c4d5e6f7a8b9c13',
      'conversation.locked': 'false',
      'conversation.ended': 'true',
      'conversation.endedAt': '2026-01-31T09:30:00Z',
      'conversation.endedReason': 'left the chat',
      'conversation.endedBy': '=customerId',
      'conversation.endedByType': 'customer',
      'change.clear': 'satisfaction',
      'change.rev': '1'
    }
  }
};
