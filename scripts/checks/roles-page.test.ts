import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repositoryOf } from './repository.ts';
import { rolesPage, rolesPath, rolesTable, writeRolesPage } from './roles-page.ts';

const page = readFileSync(new URL(`../../${rolesPath}`, import.meta.url), 'utf8');

describe('the page of roles', () => {
  it('says what the policies decide', () => {
    expect(writeRolesPage(page)).toBe(page);
  });

  it('gives the last word on members to owners, and the audit log to auditors', () => {
    const rows = rolesTable().split('\n');
    const [head = ''] = rows;
    const column = (role: string) => head.split('|').findIndex((cell) => cell.trim() === role);
    const cell = (words: string, role: string) =>
      rows
        .find((row) => row.includes(words))
        ?.split('|')
        [column(role)]?.trim();
    expect([cell('make or change an owner', 'owner'), cell('make or change an owner', 'admin')]).toEqual(['yes', '']);
    expect([cell('audit log', 'auditor'), cell('audit log', 'employee')]).toEqual(['yes', '']);
  });

  it('is found to be out of date', async () => {
    const stale = page.replace('| yes |', '|  |');
    expect(await rolesPage.run(repositoryOf({ [rolesPath]: stale }))).toHaveLength(1);
  });
});
