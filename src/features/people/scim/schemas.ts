import { schemaIds } from './answer.ts';

export const mostUsersAtOnce = 200;

/** What this server can do (RFC 7643, 5). */
export const serviceProviderConfig = (baseUrl: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostUsersAtOnce },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      ...{ type: 'oauthbearertoken', name: 'Bearer token', primary: true },
      description: 'The token that an owner or admin makes in Coact under Settings',
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
});

export const resourceTypes = (baseUrl: string) => [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    ...{ id: 'User', name: 'User', endpoint: '/Users', schema: schemaIds.user },
    description: 'A member of the organisation. There are no groups: roles are given in Coact.',
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/User` },
  },
];

const attribute = (name: string, description: string, more: object = {}) => ({
  ...{ name, type: 'string', multiValued: false, description, required: false, caseExact: false },
  ...{ mutability: 'readWrite', returned: 'default', uniqueness: 'none', ...more },
});

/** The attributes that are kept; all others are taken in silence and not kept (RFC 7643, 7). */
export const userSchemas = (baseUrl: string) => [
  {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    ...{ id: schemaIds.user, name: 'User', description: 'A member of the organisation' },
    attributes: [
      attribute('userName', 'The name at the identity provider', { required: true, uniqueness: 'server' }),
      attribute('displayName', 'The name as colleagues read it'),
      attribute('name', 'Parts of the name', {
        type: 'complex',
        subAttributes: [
          attribute('formatted', 'The whole name'),
          attribute('givenName', 'The given name'),
          attribute('familyName', 'The family name'),
        ],
      }),
      attribute('emails', 'The address at work; one is kept', {
        ...{ type: 'complex', multiValued: true },
        subAttributes: [
          attribute('value', 'The address'),
          attribute('type', 'What it is for', { canonicalValues: ['work'] }),
          attribute('primary', 'Whether it is the one that counts', { type: 'boolean' }),
        ],
      }),
      attribute('active', 'Whether they have access', { type: 'boolean' }),
      attribute('externalId', 'The id at the identity provider', { caseExact: true }),
    ],
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schemaIds.user}` },
  },
];
