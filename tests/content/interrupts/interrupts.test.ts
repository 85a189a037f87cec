import { describe, expect, it } from 'vitest';
import { interruptOn, interruptsOn, rankOf } from '../../../content/interrupts/showing.ts';
import { signWords, wayOutOf } from '../../../content/interrupts/words.ts';
import type { CommandInput } from '../../../content/model/command.ts';
import type { InterruptTo } from '../../../content/model/interrupt.ts';
import type { RecordMap } from '../../../content/records.ts';
import { kept, smallHall } from '../../support/hall.ts';
import { MINUTE, MORNING, must, mustRefuse, testWorld } from '../../support/world.ts';

const all: InterruptTo = { is: 'all' };
const person = { id: 'chen', name: '陈管理' };

/** The small hall with chen, who may interrupt, and screens s1 (group 大厅), s2 (大厅, 窗口), s3. */
function hall(): RecordMap {
  const records = smallHall();
  const chen = records.get('account', 'chen')!;
  records.apply([
    kept('account', 'chen', { ...chen, interrupts: true }),
    ...[['大厅'], ['大厅', '窗口'], undefined].map((groups, index) =>
      kept('screen', `s${index + 1}`, {
        name: `屏幕${index + 1}`,
        scene: { is: 'board' },
        diagonal: 43,
        distance: 6,
        sound: false,
        ...(groups ? { groups } : {}),
        tokenHash: 'ab'.repeat(32),
        pairedBy: person,
        pairedAt: MORNING,
      }),
    ),
  ]);
  return records;
}

const shown = (records: RecordMap, now: number, screen = 's1', stopped: string[] = []) =>
  interruptOn(records, screen, now, stopped).interrupt?.id ?? null;

describe('interrupts (interrupts.md)', () => {
  it('[Z1] only an account with the right may interrupt, whatever its roles', () => {
    const records = hall();
    const world = testWorld().as('sun');
    expect(mustRefuse(records, 'interrupt:begin', { is: 'fire', to: all }, world).refused).toBe(
      'interrupt.right',
    );
    const { id } = must(records, 'interrupt:begin', { is: 'fire', to: all }, world.as('chen'));
    expect(mustRefuse(records, 'interrupt:end', { id }, world.as('li')).refused).toBe('interrupt.right');
    expect(records.get('interrupt', id)).toMatchObject({ by: person, at: MORNING, state: 'on' });
  });

  it('[Z1] a save of an account that does not speak of the right keeps it; one that takes it takes it', () => {
    const records = hall();
    const world = testWorld();
    const said = {
      id: 'chen',
      name: 'chen',
      displayName: '陈管理',
      roles: ['admin' as const],
      disabled: false,
    };
    must(records, 'account:save', { ...said, displayName: '陈主任' }, world);
    expect(records.get('account', 'chen')?.interrupts).toBe(true);
    must(records, 'account:save', { ...said, interrupts: false }, world);
    expect(records.get('account', 'chen')?.interrupts).toBeUndefined();
  });

  it('[Z2] it reaches all screens, those of a group, or some; none is refused', () => {
    const records = hall();
    const world = testWorld().as('chen');
    const reach = (to: InterruptTo) => {
      const { id } = must(records, 'interrupt:begin', { is: 'black', to }, world);
      const reached = ['s1', 's2', 's3'].filter((screen) => shown(records, world.now, screen) === id);
      must(records, 'interrupt:end', { id }, world);
      return reached;
    };
    expect(reach(all)).toEqual(['s1', 's2', 's3']);
    expect(reach({ is: 'group', group: '窗口' })).toEqual(['s2']);
    expect(reach({ is: 'screens', screens: ['s3', 'gone'] })).toEqual(['s3']);
    for (const to of [
      { is: 'group' as const, group: '没有' },
      { is: 'screens' as const, screens: ['gone'] },
    ])
      expect(mustRefuse(records, 'interrupt:begin', { is: 'fire', to }, world).refused).toBe(
        'interrupt.nobody',
      );
  });

  it('[Z3] alarm before black before words before a drill before the slogan, and the newest among equals', () => {
    const records = hall();
    const world = testWorld().as('chen');
    const begin = (input: Omit<CommandInput<'interrupt:begin'>, 'to'>) =>
      must(records, 'interrupt:begin', { ...input, to: all }, world.wait(1)).id;
    const fire = begin({ is: 'fire' });
    const lockdown = begin({ is: 'lockdown' });
    const black = begin({ is: 'black' });
    const urgent = begin({ is: 'urgent', text: '停电' });
    const drill = begin({ is: 'quake', drill: true });
    const slogan = begin({ is: 'slogan' });
    for (const id of [lockdown, fire, black, urgent, drill, slogan]) {
      expect(shown(records, world.now)).toBe(id);
      expect(interruptsOn(records, world.now)[0]?.id).toBe(id);
      must(records, 'interrupt:end', { id }, world);
    }
    expect(shown(records, world.now)).toBeNull();
  });

  it('[Z3] whatever the order of the records, every screen shows the same one, of the highest rank there is', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const world = testWorld(seed).as('chen');
      const records = hall();
      const kinds = ['fire', 'quake', 'lockdown', 'urgent', 'black', 'slogan'] as const;
      for (let step = 0; step < 12; step++) {
        const is = kinds[world.draw(6)]!;
        const drill = ['fire', 'quake', 'lockdown'].includes(is) && world.draw(3) === 0;
        const input = {
          is,
          to: all,
          ...(drill ? { drill: true as const } : {}),
          ...(is === 'urgent' ? { text: '水' } : {}),
        };
        must(records, 'interrupt:begin', input, world.wait(world.draw(3)));
        const on = interruptsOn(records, world.now);
        if (world.draw(2) === 0) must(records, 'interrupt:end', { id: on[world.draw(on.length)]!.id }, world);
      }
      const on = interruptsOn(records, world.now);
      const turned = hall();
      turned.apply([...records.all('interrupt')].reverse());
      expect(shown(turned, world.now, 's3')).toBe(shown(records, world.now, 's1'));
      expect(shown(records, world.now)).toBe(on[0]?.id ?? null);
      const highest = Math.max(...on.map(({ body }) => rankOf(body)));
      if (on[0]) expect(rankOf(on[0].body)).toBe(highest);
    }
  });

  it('[Z4] an urgent notice has words, and only alarms are drills', () => {
    const records = hall();
    const world = testWorld().as('chen');
    expect(mustRefuse(records, 'interrupt:begin', { is: 'urgent', to: all }, world).refused).toBe(
      'interrupt.words',
    );
    expect(mustRefuse(records, 'interrupt:begin', { is: 'black', drill: true, to: all }, world).refused).toBe(
      'interrupt.drill',
    );
  });

  it('[Z5] an alarm has no end of its own and is there until a person ends it', () => {
    const records = hall();
    const world = testWorld().as('chen');
    const until = world.now + MINUTE;
    expect(mustRefuse(records, 'interrupt:begin', { is: 'fire', until, to: all }, world).refused).toBe(
      'interrupt.end',
    );
    const { id } = must(records, 'interrupt:begin', { is: 'fire', to: all }, world);
    expect(interruptOn(records, 's1', world.now + 1e12)).toMatchObject({ interrupt: { id }, until: null });
    must(records, 'interrupt:due', { id }, world.wait(1e9));
    expect(records.get('interrupt', id)?.state).toBe('on');
    must(records, 'interrupt:end', { id }, world);
    must(records, 'interrupt:end', { id }, world);
    expect(records.get('interrupt', id)?.over).toEqual({ by: person, at: world.now, why: 'ended' });
    expect(records.rev('interrupt', id)).toBe(2);
  });

  it('[Z6] an urgent notice ends at its moment on screens, and then in its record', () => {
    const records = hall();
    const world = testWorld().as('chen');
    const until = world.now + MINUTE;
    const input = { is: 'urgent' as const, text: '停电', until, to: all };
    const { id } = must(records, 'interrupt:begin', input, world);
    expect(interruptOn(records, 's1', until - 1)).toMatchObject({ interrupt: { id }, until });
    expect(interruptOn(records, 's1', until)).toEqual({ interrupt: null, until: null });
    must(records, 'interrupt:due', { id }, world);
    expect(records.get('interrupt', id)?.state).toBe('on');
    must(records, 'interrupt:due', { id }, world.wait(MINUTE));
    expect(records.get('interrupt', id)).toMatchObject({ state: 'over', over: { at: until, why: 'time' } });
  });

  it('[Z7] the way out is that of the interrupt, else of the screen, else the general one', () => {
    const self = { wayOut: '出门左转' };
    expect(wayOutOf({ wayOut: '走 2 号门' }, self)).toBe('走 2 号门');
    expect(wayOutOf({}, self)).toBe('出门左转');
    expect(wayOutOf({}, {})).toContain('安全出口');
    const records = hall();
    const world = testWorld().as('chen');
    for (const is of ['fire', 'quake', 'lockdown'] as const) {
      const { id } = must(records, 'interrupt:begin', { is, to: all, wayOut: '走 2 号门' }, world);
      expect(signWords(records, 's1', interruptOn(records, 's1', world.now).interrupt!)).toContain(
        '走 2 号门',
      );
      must(records, 'interrupt:end', { id }, world);
    }
  });

  it('[Z9] what was stopped at one glass stays off there, on the others it goes on, and the note is made once', () => {
    const records = hall();
    const world = testWorld().as('chen');
    const { id } = must(records, 'interrupt:begin', { is: 'fire', to: all }, world);
    expect(shown(records, world.now, 's1', [id])).toBeNull();
    const at = world.now;
    world.by = { is: 'screen', id: 's1', name: '屏幕1' };
    must(records, 'interrupt:stop', { id, at }, world.wait(MINUTE));
    must(records, 'interrupt:stop', { id, at: at + 1 }, world);
    expect(records.get('interrupt', id)?.stopped).toEqual([{ screen: 's1', at }]);
    expect([shown(records, world.now), shown(records, world.now, 's2')]).toEqual([null, id]);
    const again = must(records, 'interrupt:begin', { is: 'fire', to: all }, world.as('chen'));
    expect(shown(records, world.now)).toBe(again.id);
  });

  it('[Z11] an admin blocks and frees a screen, so does who may interrupt; nobody else', () => {
    const records = hall();
    const world = testWorld().as('li');
    expect(mustRefuse(records, 'screen:block', { id: 's1', blocked: true }, world).refused).toBe(
      'interrupt.right',
    );
    must(records, 'screen:block', { id: 's1', blocked: true }, world.as('chen'));
    expect(records.get('screen', 's1')?.blocked).toEqual({ by: person, at: MORNING });
    must(records, 'screen:block', { id: 's1', blocked: false }, world);
    expect(records.get('screen', 's1')?.blocked).toBeUndefined();
  });

  it('[Z16] a hundred that are over stay, and what is on is never forgotten', () => {
    const records = hall();
    const world = testWorld().as('chen');
    const first = must(records, 'interrupt:begin', { is: 'fire', to: all }, world);
    for (let count = 0; count < 130; count++) {
      const { id } = must(records, 'interrupt:begin', { is: 'black', to: all }, world.wait(1));
      must(records, 'interrupt:end', { id }, world);
    }
    expect(records.count('interrupt')).toBeLessThanOrEqual(102);
    expect(shown(records, world.now)).toBe(first.id);
  });
});
