/** The fields of a first use. */
export const few = {
  'company.name': '=companyName'
};

/** A value for every field; fields that are missing here have their value in `few`. */
export const all = {
  'company.externalId': 'A-1001',
  'company.domains': '=["acme.example.org", "acme.example.net"]',
  'company.custom': '={planStr: "gold", seatsNum: 12}',
  'company.emails': 'info@acme.example.org',
  'company.phones': '+12025550143',
  'company.tags': '=["vip", "beta"]',
  'company.urls': 'https://acme.example.org',
  'company.locations': '=[{type: "work", cityName: "Austin", countryCode: "US"}]',
  'company.employeeCount': '250',
  'company.additionalFields': '={defaultLang: "en_us"}'
};

/** Values for single operations. */
export const operations = {
  'upsert-company': {
    all: { 'options.match': 'name', 'options.companyId': '=companyId' }
  }
};
