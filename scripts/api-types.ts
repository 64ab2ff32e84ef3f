import openapiTS, { astToString } from 'openapi-typescript';

export const apiTypesPath = 'src/web/openapi.ts';

/**
 * TypeScript types of everything that the API takes and answers, as the text of a file.
 * @param description OpenAPI 3.1, as the running product gives it
 */
export async function apiTypes(description: object): Promise<string> {
  // By way of JSON: what the description says, not what the objects behind it carry.
  const nodes = await openapiTS(JSON.stringify(description), { alphabetize: true });
  return `// Written by "npm run api" from the mounted routes; not by hand.\n${astToString(nodes)}`;
}
