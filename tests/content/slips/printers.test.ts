import { describe, expect, test } from 'vitest';
import type { CommandInput } from '../../../content/model/command.ts';
import { RecordMap } from '../../../content/records.ts';
import { isPrivate } from '../../../content/slips/address.ts';
import { mainPrinter, printerOf } from '../../../content/slips/printers.ts';
import { hallAlerts } from '../../../content/views/alerts.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

const desk: CommandInput<'printer:save'> = {
  name: '导办台',
  host: '192.168.1.60',
  port: 9100,
  width: 80,
  letters: 'gb18030',
  cut: true,
  main: false,
};

function hall() {
  const records = new RecordMap();
  const world = testWorld();
  const save = (input: Partial<CommandInput<'printer:save'>>) =>
    must(records, 'printer:save', { ...desk, ...input }, world).id;
  const pair = (slip: { is: 'printer'; printer?: string }) =>
    must(
      records,
      'screen:pair',
      {
        name: '取号机',
        scene: { is: 'kiosk', slip },
        diagonal: 21.5,
        distance: 1,
        sound: false,
        tokenHash: 'a'.repeat(64),
      },
      world,
    ).id;
  return { records, world, save, pair };
}

describe('printers', () => {
  test('[K1] the first is the hall’s own; choosing another moves that', () => {
    const { records, save } = hall();
    const first = save({});
    expect(mainPrinter(records)?.id).toBe(first);
    const second = save({ name: '东门', host: '192.168.1.61' });
    expect(mainPrinter(records)?.id).toBe(first);
    save({ id: second, name: '东门', host: '192.168.1.61', main: true });
    expect(mainPrinter(records)?.id).toBe(second);
    expect(records.get('printer', first)?.main).toBe(false);
  });

  test('[K1] two records of one device are refused, by the other’s name', () => {
    const { records, world, save } = hall();
    save({});
    const refused = mustRefuse(records, 'printer:save', { ...desk, name: '又一台' }, world);
    expect(refused).toEqual({ refused: 'printer.host-taken', params: { name: '导办台' } });
    save({ name: '同机另一口', port: 9101 });
  });

  test('[K1] what the printer says of itself does not make a save out of date; another save does', () => {
    const { records, world, save } = hall();
    const id = save({});
    const rev = records.get('printer', id)!.settings;
    must(records, 'printer:report', { id, trouble: 'paper', paperLow: true }, world);
    save({ id, rev, name: '导办台新' });
    expect(records.get('printer', id)?.trouble?.is).toBe('paper');
    expect(mustRefuse(records, 'printer:save', { ...desk, id, rev }, world).refused).toBe('record.changed');
  });

  test('[K2] names, public addresses and low ports are refused', () => {
    const { records, world } = hall();
    for (const host of ['8.8.8.8', 'printer.local', '172.32.0.1', '2001:db8::1', '192.168.1.999'])
      expect(mustRefuse(records, 'printer:save', { ...desk, host }, world).refused).toBe('printer.address');
    expect(() => mustRefuse(records, 'printer:save', { ...desk, port: 22 }, world)).toThrow(/port/);
  });

  test('[K2] which addresses are private', () => {
    const inside = [
      '10.0.0.9',
      '127.0.0.1',
      '172.16.0.1',
      '172.31.9.9',
      '192.168.0.1',
      '169.254.3.4',
      '::1',
      'fd00::60',
      'fe80::1',
    ];
    const outside = [
      '0.0.0.0',
      '11.0.0.1',
      '010.0.0.1',
      '192.168.1',
      '::ffff:8.8.8.8',
      '::',
      'fe80',
      '1::2::3',
      '2130706433',
      '',
    ];
    expect(inside.filter((host) => !isPrivate(host))).toEqual([]);
    expect(outside.filter(isPrivate)).toEqual([]);
  });

  test('[K3] kiosks of a removed printer go by the hall’s own, which another becomes', () => {
    const { records, world, save, pair } = hall();
    const first = save({});
    const second = save({ name: '东门', host: '192.168.1.61' });
    const kiosk = pair({ is: 'printer', printer: first });
    must(records, 'printer:remove', { id: first }, world);
    expect(mainPrinter(records)?.id).toBe(second);
    expect(printerOf(records, records.get('screen', kiosk)!.scene)?.id).toBe(second);
  });

  test('[K3] a kiosk is not paired with a printer that does not exist', () => {
    const { pair } = hall();
    expect(() => pair({ is: 'printer', printer: 'nowhere' })).toThrow(/printer.none/);
  });

  test('[K4] a trouble keeps the moment when it began; the same news is no change', () => {
    const { records, world, save } = hall();
    const id = save({});
    must(records, 'printer:report', { id, trouble: 'offline', paperLow: false }, world);
    const since = world.now;
    const rev = records.rev('printer', id);
    world.wait(60_000);
    must(records, 'printer:report', { id, trouble: 'offline', paperLow: false }, world);
    expect(records.rev('printer', id)).toBe(rev);
    expect(records.get('printer', id)?.trouble).toEqual({ is: 'offline', since });
    must(records, 'printer:report', { id, trouble: null, paperLow: false }, world);
    expect(records.get('printer', id)?.trouble).toBeUndefined();
  });

  test('[K4] a printer in trouble is an alert of the hall until it is well again', () => {
    const { records, world, save } = hall();
    const id = save({});
    expect(hallAlerts(records, world.now)).toEqual([]);
    must(records, 'printer:report', { id, trouble: 'paper', paperLow: false }, world);
    const printer = { id, name: '导办台', trouble: 'paper' };
    expect(hallAlerts(records, world.now)).toEqual([{ is: 'printer', printer, since: world.now }]);
    must(records, 'printer:report', { id, trouble: null, paperLow: false }, world);
    expect(hallAlerts(records, world.now)).toEqual([]);
  });

  test('[K4] another address is another device: what was known is forgotten', () => {
    const { records, world, save } = hall();
    const id = save({});
    must(records, 'printer:report', { id, trouble: 'offline', paperLow: true }, world);
    save({ id, host: '192.168.1.77' });
    expect(records.get('printer', id)).not.toHaveProperty('trouble');
    expect(records.get('printer', id)).not.toHaveProperty('paperLow');
  });
});
