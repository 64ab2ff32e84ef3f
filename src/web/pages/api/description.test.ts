import { describe, expect, it } from 'vitest';
import { matching } from './api-page.tsx';
import { chaptersOf, descriptionSchema, fieldsOf, typeOf } from './description.ts';

const named = {
  Thing: {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 80 },
      parts: {
        type: 'array',
        items: { type: 'object', properties: { size: { type: 'integer' } }, required: ['size'] },
      },
      at: { type: ['string', 'null'], format: 'date-time' },
    },
    required: ['name'],
  },
};

describe('fields', () => {
  it('are listed with those of lists and objects below them', () => {
    expect(fieldsOf({ $ref: '#/components/schemas/Thing' }, named)).toEqual([
      { name: 'name', depth: 0, type: 'text, at most 80 characters', required: true },
      { name: 'parts', depth: 0, type: 'list of object', required: false },
      { name: 'size', depth: 1, type: 'integer', required: true },
      { name: 'at', depth: 0, type: 'instant (ISO 8601) | null', required: false },
    ]);
  });

  it('of either of two shapes are listed once', () => {
    const value = { type: 'object', properties: { value: { type: 'number' } }, required: ['value'] };
    expect(fieldsOf({ anyOf: [value, value] }, {})).toHaveLength(1);
  });

  it('end where a shape holds itself', () => {
    const tree = { Tree: { type: 'object', properties: { child: { $ref: '#/components/schemas/Tree' } } } };
    expect(fieldsOf(tree.Tree, tree).map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([
    [{ enum: ['draft', 'sent'] }, '"draft" | "sent"'],
    [{ type: 'string', format: 'uuid' }, 'id (UUID)'],
    [{ type: 'string', minLength: 8, maxLength: 256 }, 'text, 8 to 256 characters'],
    [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'number | null'],
    [{}, 'anything'],
  ])('%o are told in words', (schema, words) => {
    expect(typeOf(schema, {})).toBe(words);
  });
});

describe('the description', () => {
  const operation = (summary: string, tag: string) => ({
    ...{ summary, tags: [tag], description: 'Open.' },
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    responses: { 200: { description: 'It' }, default: { description: 'A problem' } },
  });
  const chapters = chaptersOf(
    descriptionSchema.parse({
      paths: {
        '/slack/events': { post: operation('What Slack sends', 'Other systems') },
        '/api/things/{id}': { get: operation('A thing', 'Things'), delete: operation('Delete a thing', 'Things') },
      },
    }),
  );

  it('is read as chapters, what other systems call at the end', () => {
    expect(chapters.map(({ name }) => name)).toEqual(['Things', 'Other systems']);
    expect(chapters[0]?.operations[0]).toMatchObject({
      ...{ id: 'get-api-things-id-', method: 'GET', access: 'Open.' },
      parameters: [{ name: 'id', type: 'id (UUID)', required: true }],
      answers: [{ status: '200', meaning: 'It', fields: [] }],
    });
  });

  it('is found by words of summary, method and address', () => {
    expect(matching(chapters, 'delete THING').flatMap(({ operations }) => operations)).toHaveLength(1);
    expect(matching(chapters, 'events post').map(({ name }) => name)).toEqual(['Other systems']);
    expect(matching(chapters, 'nowhere')).toEqual([]);
    expect(matching(chapters, ' ')).toEqual(chapters);
  });
});
