import { readdirSync, readFileSync } from 'node:fs';
import { createMemoryHistory, createRouter } from '@tanstack/react-router';
import { describe, expect, test } from 'vitest';
import { employee, ownerOf, publisher, visitorOf } from '../../../test/support/answers.ts';
import { drawPage } from '../../../test/support/draw.tsx';
import type { Me } from '../contract.ts';
import { routeTree } from '../router.tsx';
import { offerAt, tours, toursFor } from './tours.ts';

const scheduler = { ...employee, roles: ['scheduler', 'employee'] };
const names = (me: Parameters<typeof toursFor>[0]) => toursFor(me).map(({ name }) => name);
const fresh = { toursAnswered: [] };

describe('who is shown what', () => {
  test('everybody their own schedule; further tours go by what somebody may do', () => {
    expect(names(employee)).toEqual(['processes', 'employees']);
    expect(names(scheduler)).toEqual(['schedulers', 'processes', 'employees']);
    expect(names(publisher)).toEqual(['publishers', 'processes', 'employees']);
    expect(names({ ...employee, roles: ['payroll', 'employee'] })).toEqual(['payroll', 'processes', 'employees']);
    const all = ['administrators', 'schedulers', 'publishers', 'payroll', 'processes', 'employees'];
    expect(names(ownerOf())).toEqual(all);
    expect(tours.map(({ name }) => name)).toEqual(names(ownerOf()));
  });

  test('a tour is offered where its work is done, until it was answered', () => {
    const offered = (path: string, me: Parameters<typeof offerAt>[1]) => offerAt(path, me)?.name ?? null;
    const owner = ownerOf(fresh);
    expect(offered('/', owner)).toBe('administrators');
    expect(offered('/', { ...owner, toursAnswered: ['administrators'] })).toBe('publishers');
    expect(offered('/', { ...owner, toursAnswered: ['administrators', 'publishers'] })).toBeNull();
    expect(offered('/team/schedule', owner)).toBe('schedulers');
    expect(offered('/team/mine', owner)).toBe('employees');
    expect(offered('/pay', owner)).toBe('payroll');
    expect(offered('/processes', { ...employee, ...fresh })).toBe('processes');
    expect(offered('/team/schedule', { ...employee, ...fresh })).toBeNull();
    expect(offered('/team/mine', employee)).toBeNull();
  });
});

describe('what the tours show', () => {
  const steps = tours.flatMap((tour) => tour.steps.map((step) => [tour.name, step] as const));

  test('each step has its mark in the pages', () => {
    const pages = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
      .map((file) => readFileSync(`src/${file}`, 'utf8'))
      .join('\n');
    const written = new Set([...pages.matchAll(/data-tour=(?:"|\{[^}"]*')([\w-]+)["']/g)].map(([, mark]) => mark));
    // The navigation marks its places by their address.
    const missing = steps.filter(([, { mark }]) => !mark.startsWith('place:') && !written.has(mark));
    expect(missing).toEqual([]);
    const shown = new Set(steps.map(([, { mark }]) => mark));
    expect([...written].filter((mark) => mark !== undefined && !shown.has(mark))).toEqual([]);
  });

  test('each step is on a page that there is, and says little', () => {
    const router = createRouter({ routeTree, history: createMemoryHistory() });
    for (const [tour, { page, title, text }] of steps) {
      expect([tour, page, Object.keys(router.routesByPath).includes(page)]).toEqual([tour, page, true]);
      expect([title, title.length <= 40, text.length <= 160]).toEqual([title, true, true]);
    }
    for (const { steps: own } of tours) expect(own.length).toBeLessThanOrEqual(11);
  });
});

describe('the offer', () => {
  const draw = (path: string, me: Me) => drawPage(path, [[['me'], me]]);

  test('is a quiet card with two answers, once', async () => {
    const first = await draw('/team/mine', { ...employee, ...fresh });
    expect(first.text).toContain('A short tour of your schedule');
    expect(first.buttons).toEqual(expect.arrayContaining(['Take the tour', 'Not now']));
    expect((await draw('/team/mine', employee)).buttons).not.toContain('Take the tour');
    expect((await draw('/people', { ...employee, ...fresh })).buttons).not.toContain('Take the tour');
  });

  test('the help has one’s tours, answered or not, and none for visitors', async () => {
    const help = await draw('/help', publisher);
    expect(help.text).toContain('Start a tour');
    expect(help.buttons).toContain('Start: A short tour of requests and figures');
    expect(help.buttons).not.toContain('Start: A short tour of making a schedule');
    expect((await draw('/help', visitorOf())).text).not.toContain('Start a tour');
    expect((await draw('/help?q=shift', publisher)).text).not.toContain('Start a tour');
  });
});
