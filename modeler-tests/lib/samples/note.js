/** The fields of a first use, most of them with values of process variables. */
export const few = {
  'note.conversation': '=conversationId',
  'note.body': '="Please call " + name'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'note.userMentions': '=[{user: "5f9f1a2b3c4d5e6f7a8b9c0e"}, {team: "5f9f1a2b3c4d5e6f7a8b9c0f"}]',
  'note.attachments': '=[]',
  'note.externalId': 'N-4711',
  'note.lang': 'en_us',
  'note.id': '5f9f1a2b3c4d5e6f7a8b9c13',
  'note.importedAt': '2026-01-31T09:34:00Z',
  'note.createdAt': '2026-01-31T09:30:00Z',
  'note.createdBy': '5f9f1a2b3c4d5e6f7a8b9c0e',
  'note.modifiedAt': '2026-01-31T09:31:00Z',
  'note.modifiedBy': '5f9f1a2b3c4d5e6f7a8b9c0e',
  'note.additionalFields': '={}'
};
