import { expect, test } from 'vitest';
import { csvOf, inBase64, typedPeople } from './typed-people.ts';

test('people are read from what one types or pastes', () => {
  const text =
    'Ana Sousa, ana@example.com\n\nBen <ben@example.com>\r\ncleo@example.com\nDora Müller\tdora@example.com\nEve';
  expect(typedPeople(text)).toEqual([
    { name: 'Ana Sousa', email: 'ana@example.com' },
    { name: 'Ben', email: 'ben@example.com' },
    { name: 'cleo', email: 'cleo@example.com' },
    { name: 'Dora Müller', email: 'dora@example.com' },
    { name: 'Eve', email: '' },
  ]);
});

test('names with quotes and commas survive as a file', () => {
  const csv = csvOf([{ name: 'Ana "Nina" Sousa', email: 'a@b.c' }], ['Bar', 'Café, left']);
  expect(csv.split('\r\n')).toEqual(['"name","email","locations"', '"Ana ""Nina"" Sousa","a@b.c","Bar;Café, left"']);
  expect(Buffer.from(inBase64(csv), 'base64').toString()).toBe(csv);
});
