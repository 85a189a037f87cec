import { describe, expect, it } from 'vitest';
import { durationsOf, learnFrom } from '../../../content/history/pace.ts';
import { smallHall } from '../../support/hall.ts';
import { MINUTE, must, testWorld } from '../../support/world.ts';

const call = (minutes: number, service = 'social') => ({ service, ms: minutes * MINUTE });
const day = '2026-11-19';

describe('the pace (history.md)', () => {
  it('[T8] the first calls count alike, later ones by a fortieth', () => {
    const few = learnFrom({}, [call(4), call(8), call(6)]);
    expect(few).toEqual({ social: { count: 3, mean: 6 * MINUTE } });
    const many = learnFrom({ social: { count: 40, mean: 10 * MINUTE } }, [call(14)]);
    expect(many).toEqual({ social: { count: 40, mean: 10.1 * MINUTE } });
  });

  it('[T8] a forgotten key and a clock that went back teach nothing', () => {
    expect(learnFrom({}, [call(121), call(-3), call(0)])).toEqual({});
  });

  it('[T9] a new day is counted on top of the one before, the same day anew', () => {
    const records = smallHall();
    const world = testWorld();
    const first = learnFrom({}, [call(4)]);
    must(records, 'pace:learn', { day, services: first }, world);
    must(records, 'pace:learn', { day, services: learnFrom({}, [call(4), call(30)]) }, world);
    expect(records.get('pace', 'pace')).toMatchObject({ before: {}, services: { social: { count: 2 } } });
    must(records, 'pace:learn', { day: '2026-11-20', services: first }, world);
    expect(records.get('pace', 'pace')?.before).toEqual({ social: { count: 2, mean: 17 * MINUTE } });
  });

  it('[T9] a change that nobody would notice is not told, nor one of a service that is gone', () => {
    const records = smallHall();
    const world = testWorld();
    const services = { social: { count: 40, mean: 10 * MINUTE } };
    must(records, 'pace:learn', { day, services }, world);
    must(records, 'pace:learn', { day, services: { social: { count: 40, mean: 10.1 * MINUTE } } }, world);
    must(records, 'pace:learn', { day, services: { ...services, gone: { count: 1, mean: 1 } } }, world);
    expect(records.rev('pace', 'pace')).toBe(1);
    must(records, 'pace:learn', { day, services: { social: { count: 40, mean: 12 * MINUTE } } }, world);
    expect(durationsOf(records)).toEqual({ social: { count: 40, mean: 12 * MINUTE } });
  });
});
