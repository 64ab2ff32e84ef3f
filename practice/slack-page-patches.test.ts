import { describe, expect, it } from 'vitest';
import { patchSlackPage, slackDate } from './slack-page-patches.ts';

describe('a date in a Slack message', () => {
  const now = new Date(2026, 4, 4, 9, 30);
  const at = (date: Date) => String(date.getTime() / 1000);
  const later = at(new Date(2026, 4, 20, 18, 5, 7));

  it.each([
    ['{date_num}', '2026-05-20'],
    ['{date}', 'May 20, 2026'],
    ['{date_short}', 'May 20, 2026'],
    ['{date_long}', 'Wednesday, May 20, 2026'],
    ['{date_short_pretty} {time}', 'May 20, 2026 6:05 PM'],
    ['ends {date_pretty} at {time_secs}', 'ends May 20, 2026 at 6:05:07 PM'],
    ['{unheard_of}', '{unheard_of}'],
  ])('is shown by its format: %s', (format, shown) => {
    // Some versions of the calendar put a narrow space before AM and PM.
    expect(slackDate(later, format, now).replaceAll('\u202f', ' ')).toBe(shown);
  });

  it('is yesterday, today or tomorrow when it is near', () => {
    const near = [3, 4, 5, 6].map((day) => slackDate(at(new Date(2026, 4, day, 23, 59)), '{date_short_pretty}', now));
    expect(near).toEqual(['yesterday', 'today', 'tomorrow', 'May 6, 2026']);
  });
});

describe('the Slack page', () => {
  it('shows escaped characters and dates as Slack does', () => {
    const page = [
      'const j6=l=>l;function E6(l){return l.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;")}',
      'function C6(l){let c=j6(E6(l));return c}return C6;',
    ].join('');
    const show = new Function(patchSlackPage(page).html)() as (text: string) => string;
    expect(show('R&amp;D')).toBe('R&amp;D');
    expect(show('R&D <b>')).toBe('R&amp;D &lt;b&gt;');
    expect(show('&lt;https://a.test&gt;')).toBe('&#60;https://a.test&#62;');
    const shown = show('Ends <!date^1780000000^{date_num}|then> & &lt;!date^1^{time}|x&gt;');
    expect(shown).toMatch(/^Ends 2026-05-2\d &amp; &#60;!date\^1\^\{time\}\|x&#62;$/);
  });

  it('says which of its passages were not found', () => {
    expect(patchSlackPage('<title>local-slack</title>').missing).toContain('pictures have Slack’s sizes');
    expect(patchSlackPage('<title>local-slack</title>').missing).not.toContain('the title');
  });
});
