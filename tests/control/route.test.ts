import { describe, expect, test } from 'vitest';
import { findRoute, panelAddress, pathOf, writeQuery } from '../../control/route.ts';
import { homeOf, mayRead, railPages } from '../../control/rights.ts';

describe('addresses', () => {
  test('[C1] an address names its page, with and without a slash at the end', () => {
    expect(findRoute('/control')).toEqual({ page: 'home', id: null });
    expect(findRoute('/control/')).toEqual({ page: 'home', id: null });
    expect(findRoute('/control/notices/')).toEqual({ page: 'notices', id: null });
    expect(findRoute('/control/rules/aB-9_x')).toEqual({ page: 'rule', id: 'aB-9_x' });
  });

  test('[C1] what is no page is lost, and an id cannot carry a path or markup', () => {
    for (const path of ['/control/nothing', '/control/rules/a/b', '/control/rules/%3Cb%3E', '/elsewhere'])
      expect(findRoute(path).page).toBe('lost');
  });

  test('[C1] the path of a page leads back to it', () => {
    expect(findRoute(pathOf('notice'))).toEqual({ page: 'notice', id: 'new' });
    expect(findRoute(pathOf('screen', 's1'))).toEqual({ page: 'screen', id: 's1' });
    expect(pathOf('pair') + writeQuery({ code: '123456' })).toBe('/control/pair?code=123456');
    expect(writeQuery({})).toBe('');
  });

  test('[C1] only links into the panel stay inside it', () => {
    const here = 'http://hub:8080/control/rules';
    expect(panelAddress('/control/pair?code=1', here)).toBe('/control/pair?code=1');
    expect(panelAddress('/p/rules/x', here)).toBeNull();
    expect(panelAddress('/controls', here)).toBeNull();
    expect(panelAddress('http://other/control/rules', here)).toBeNull();
  });
});

describe('rights', () => {
  test('[C1] everybody finds the page where they begin in their own rail', () => {
    for (const role of ['admin', 'editor', 'reviewer', 'clerk', 'auditor'] as const) {
      const home = homeOf([role]);
      expect(railPages.flat()).toContain(home);
      expect(mayRead(home, [role])).toBe(true);
    }
  });

  test('[C1] a clerk finds neither accounts nor notices but the sheets that are hung, an auditor only what there is to read', () => {
    const found = (role: 'clerk' | 'auditor') => railPages.flat().filter((page) => mayRead(page, [role]));
    expect(found('clerk')).toEqual([
      'live',
      'caller',
      'desk',
      'appointments',
      'sheets',
      'standards',
      'calendar',
    ]);
    expect(found('auditor')).toEqual([
      'live',
      'ratings',
      'reports',
      'checks',
      'proof',
      'standards',
      'calendar',
      'journal',
    ]);
  });
});
