import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asked } from '../../content/checks/asked.ts';
import { TestHub } from '../support/hub.ts';

describe('GET /api/checks/asked', () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await TestHub.start();
  });
  afterEach(() => hub.stop());

  it('[K4] tells those signed in what the hall’s standard asks, and nobody else', async () => {
    const cookie = await hub.setUp();
    const answer = await hub.ask<Partial<Asked>>('/api/checks/asked', { cookie });
    expect(answer.status).toBe(200);
    expect(answer.body.banned?.map(({ word }) => word)).toEqual(
      expect.arrayContaining(['其他材料', '有关部门']),
    );
    expect(answer.body.checklist?.length).toBeGreaterThan(0);
    expect(Object.keys(answer.body)).not.toContain('rules');
    expect((await hub.ask('/api/checks/asked')).status).toBe(401);
  });
});
