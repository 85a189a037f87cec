import { describe, expect, it } from 'vitest';
import { inDisplayOrder, readPhone } from '../../../content/publishing/contacts.ts';
import { smallHall } from '../../support/hall.ts';
import { must, mustRefuse, testWorld } from '../../support/world.ts';

describe('contacts (publishing.md)', () => {
  it('[P10] phones are digits, spaces, dashes and a leading plus', () => {
    for (const good of ['12345', '023-79200000', '023 7920 0000', '+86 23 79200000', '110'])
      expect(readPhone(good)).toBe(good);
    expect(readPhone(' ０２３－７９２０００００ ')).toBe('023-79200000');
    for (const bad of ['', '12', '电话', '023-7920000a', '-12345', '12345-', '1--', '1'.repeat(21), '12+345'])
      expect(readPhone(bad)).toBeNull();
  });

  it('[P10] a wrong phone is refused with what was typed; an address is any text', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const phone = { role: 'consult' as const, label: '咨询', value: '请打电话' };
    expect(mustRefuse(records, 'contact:save', phone, world)).toEqual({
      refused: 'phone.wrong',
      params: { value: '请打电话' },
    });
    const place = { role: 'address' as const, label: '地址', value: '清溪镇人民路 1 号' };
    const { id } = must(records, 'contact:save', place, world);
    expect(records.get('contact', id)).toEqual(place);
  });

  it('[P11] the last complaint phone changes its number but does not go', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const phone = { role: 'complain' as const, label: '监督举报', value: '023-79000009' };
    must(records, 'contact:save', { id: 'complain', rev: 1, ...phone }, world);
    expect(records.get('contact', 'complain')?.value).toBe('023-79000009');
    const turned = { id: 'complain', ...phone, role: 'consult' as const };
    expect(mustRefuse(records, 'contact:save', turned, world).refused).toBe('contact.last-complaint');
    expect(mustRefuse(records, 'contact:remove', { id: 'complain' }, world).refused).toBe(
      'contact.last-complaint',
    );
    must(records, 'contact:save', phone, world);
    must(records, 'contact:remove', { id: 'complain' }, world);
    expect(records.get('contact', 'complain')).toBeUndefined();
    expect(mustRefuse(records, 'contact:remove', { id: 'complain' }, world).refused).toBe('record.missing');
  });

  it('[P12] contacts stand in the order consulting, complaint, hotline, address', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    must(records, 'contact:save', { role: 'address', label: '地址', value: '人民路' }, world);
    expect(inDisplayOrder(records.all('contact')).map(({ body }) => body.role)).toEqual([
      'consult',
      'complain',
      'hotline',
      'address',
    ]);
  });

  it('[P13] a save that changes nothing makes no new revision', () => {
    const records = smallHall();
    const world = testWorld().as('sun');
    const same = { value: '12345', label: '政务服务热线', role: 'hotline' as const };
    must(records, 'contact:save', { id: 'hotline', ...same }, world);
    expect(records.rev('contact', 'hotline')).toBe(1);
  });
});
