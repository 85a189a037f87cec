import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holidayPlan } from '../../server/routes/holidays.ts';
import type { HolidayPlan } from '../../content/api.ts';
import { TestHub } from '../support/hub.ts';

describe('the public holidays', () => {
  it('are those of the State Council, with 调休', () => {
    const { known, days } = holidayPlan(2026);
    const of = (day: string) => days.find((one) => one.day === day);
    expect(known).toBe(true);
    expect(of('2026-10-01')).toEqual({ day: '2026-10-01', is: 'off', note: '国庆节放假' });
    expect(of('2026-10-10')).toEqual({ day: '2026-10-10', is: 'work', note: '国庆节调休上班' });
    expect(of('2026-10-08')).toBeUndefined();
  });
  it('of a year that is not published are none', () => {
    expect(holidayPlan(2099)).toEqual({ year: 2099, known: false, days: [] });
  });
});

describe('GET /api/holidays', () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await TestHub.start();
  });
  afterEach(() => hub.stop());

  it('answers those signed in only', async () => {
    const cookie = await hub.setUp();
    const answer = await hub.ask<HolidayPlan>('/api/holidays?year=2026', { cookie });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(holidayPlan(2026));
    expect((await hub.ask('/api/holidays?year=2026')).status).toBe(401);
    expect((await hub.ask('/api/holidays?year=soon', { cookie })).status).toBe(400);
  });
});
