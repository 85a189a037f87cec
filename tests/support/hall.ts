import type { Body, Kept, Kind } from '../../content/model/record.ts';
import type { Hours } from '../../content/model/hall.ts';
import type { Role } from '../../content/model/account.ts';
import { RecordMap } from '../../content/records.ts';
import { MORNING } from './world.ts';

export function kept<K extends Kind>(kind: K, id: string, body: Body<K>): Kept<K> {
  return { kind, id, rev: 1, body };
}

function account(id: string, displayName: string, roles: Role[]): Kept {
  return kept('account', id, { name: id, displayName, roles, password: 'scrypt$1$1$1$a$b', disabled: false });
}

function window(number: number, name: string, services: string[]): Kept {
  return kept('window', `w${number}`, {
    number,
    name,
    business: [`${name}业务`],
    services,
    state: { is: 'closed' },
    ticket: null,
  });
}

/** Open at any hour: for tests in which opening hours play no part. */
export const always: Hours = { weekdays: [1, 2, 3, 4, 5, 6, 7], spans: [{ from: '00:00', to: '24:00' }] };

/** A break at noon, and nobody there at weekends. */
export const office: Hours = {
  weekdays: [1, 2, 3, 4, 5],
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ],
};

/**
 * A made-up small hall: services social (A), civil (B), land (C, two digits); windows w1 (A, B), w2 (A),
 * w3 (B, C), w4 (none); clerks li, wang, zhao; admin chen; editor sun; phones and a slogan.
 */
export function smallHall(hours = always): RecordMap {
  const by = { id: 'chen', name: '陈管理' };
  return new RecordMap([
    kept('hall', 'hall', {
      name: '清溪镇便民服务中心',
      standard: 'test',
      placeKind: 'town',
      place: { county: '青溪县', town: '清溪镇' },
      timeZone: 'Asia/Shanghai',
      hours,
    }),
    kept('service', 'social', { name: '社会保障', short: '社保', prefix: 'A', digits: 3 }),
    kept('service', 'civil', { name: '民政事务', short: '民政', prefix: 'B', digits: 3 }),
    kept('service', 'land', { name: '自然资源', short: '国土', prefix: 'C', digits: 2 }),
    window(1, '综合服务', ['social', 'civil']),
    window(2, '社会保障', ['social']),
    window(3, '民政事务', ['civil', 'land']),
    window(4, '群众咨询接访', []),
    kept('pledge', 'slogan', { role: 'slogan', title: '服务理念', lines: ['为群众办好事，让群众好办事'] }),
    kept('contact', 'complain', { role: 'complain', label: '监督举报', value: '023-79000001' }),
    kept('contact', 'consult', { role: 'consult', label: '咨询电话', value: '023-79000000' }),
    kept('contact', 'hotline', { role: 'hotline', label: '政务服务热线', value: '12345' }),
    kept('notice', 'welcome', {
      title: '城乡居民医保缴费通知',
      text: '请在规定时间内缴费。',
      category: 'insurance',
      from: MORNING - 3_600_000,
      until: MORNING + 3_600_000,
      postedBy: by,
      postedAt: MORNING - 3_600_000,
      withdrawn: null,
    }),
    account('li', '李窗口', ['clerk']),
    account('wang', '王窗口', ['clerk']),
    account('zhao', '赵窗口', ['clerk']),
    account('chen', '陈管理', ['admin']),
    account('sun', '孙编辑', ['editor']),
  ]);
}
