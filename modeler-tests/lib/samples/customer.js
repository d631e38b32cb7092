/** The fields of a first use, most of them with values of process variables. */
export const few = {
  'customer.name': '=name',
  'customer.emails': '=email'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'customer.emails': '=[email, {email: "ada@work.example.org", type: "work"}]',
  'customer.phones': '+12025550143',
  'customer.externalId': 'C-1001',
  'customer.custom': '={planStr: "gold", seatsNum: 12}',
  'customer.company': '5f9f1a2b3c4d5e6f7a8b9c0d',
  'customer.username': 'ada',
  'customer.tags': '=["vip", "beta"]',
  'customer.whatsapps': '+12025550144',
  'customer.socials': '=[{type: "twitter", username: "ada"}]',
  'customer.urls': 'https://ada.example.org',
  'customer.locations': '=[{type: "home", cityName: "London", countryCode: "GB"}]',
  'customer.locale': 'en_US',
  'customer.timeZone': 'Europe/London',
  'customer.defaultLang': 'en_us',
  'customer.birthdayAt': '1985-12-10',
  'customer.gender': 'f',
  'customer.sentiment': '={polarity: 1, confidence: 0.8}',
  'customer.avatarUrl': 'https://ada.example.org/ada.png',
  'customer.externalIds': '=["C-1002"]',
  'customer.facebookIds': '=[{pageId: "1", userId: "2"}]',
  'customer.instagramIds': '=[{pageId: "1", threadId: "2", username: "ada"}]',
  'customer.sharedExternalIds': 'FAMILY-1',
  'customer.sharedEmails': 'family@example.org',
  'customer.sharedPhones': '+12025550145',
  'customer.sharedSocials': '=[{type: "facebook", username: "lovelaces"}]',
  'customer.signedUpAt': '2026-01-31T09:30:00Z',
  'customer.lastSeenAt': '2026-01-31T09:31:00Z',
  'customer.lastActivityAt': '2026-01-31T09:32:00Z',
  'customer.lastCustomerActivityAt': '2026-01-31T09:33:00Z',
  'customer.createdAt': '2026-01-31T09:29:00Z',
  'customer.importedAt': '2026-01-31T09:34:00Z',
  'customer.additionalFields': '={rev: 1}'
};

/** Values for single operations. */
export const operations = {
  'find-customer': {
    few: { 'customer.email': '=email' },
    all: {
      'customer.phone': '+12025550143',
      'customer.externalId': 'C-1001',
      'customer.id': '=customerId'
    }
  },
  'update-customer': {
    few: { 'target.id': '=customerId' },
    all: {
      'change.lists': 'replace',
      'change.clear': 'custom.colorStr',
      'change.rev': '1',
      'customer.additionalFields': '={}'
    }
  },
  'merge-customers': {
    few: { 'merge.source': '=otherCustomerId', 'merge.target': '=customerId' }
  },
  'delete-customer': {
    few: { 'target.id': '=customerId' }
  }
};
