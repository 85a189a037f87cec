import { describe, expect, it } from 'vitest';
import { readCap } from '../../../server/alerts/cap.ts';
import { Refused } from '../../../server/errors.ts';

const NS = 'urn:oasis:names:tc:emergency:cap:1.2';
const info = (more = '') =>
  `<info><language>en</language><category>Met</category><event>Rainstorm</event><urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty>${more}</info>`;
const chinese =
  '<info><language>zh-CN</language><category>Met</category><event>暴雨</event><urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty><expires>2026-11-21T12:00:00+08:00</expires><headline>暴雨红色预警</headline><description>雨大 &amp; 风急</description><instruction>请避险</instruction><area><areaDesc>白石镇</areaDesc></area></info>';

/** A whole message; `over` takes the place of elements of the head, empty ones are left out. */
function message(over: Record<string, string> = {}, inside = info() + chinese): string {
  const head = {
    identifier: 'QX-1',
    sender: 'w@example.gov.cn',
    sent: '2026-11-21T09:00:00+08:00',
    status: 'Actual',
    msgType: 'Alert',
    scope: 'Public',
    ...over,
  };
  const parts = Object.entries(head).map(([name, text]) => (text === '' ? '' : `<${name}>${text}</${name}>`));
  return `<?xml version="1.0"?><alert xmlns="${NS}">${parts.join('')}${inside}</alert>`;
}

/** Where a refused message is wrong; empty if it was taken. */
function refusalOf(xml: string): string {
  try {
    readCap(xml);
    return '';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return String(error.params?.['where']);
  }
}

describe('CAP 1.2 (interrupts.md)', () => {
  it('[Z12] the Chinese part is read whole, whichever comes first and whatever prefix the message uses', () => {
    const wanted = {
      is: 'alert',
      alert: {
        act: 'Alert',
        references: [],
        title: '暴雨红色预警',
        text: '雨大 & 风急\n请避险',
        until: Date.parse('2026-11-21T12:00:00+08:00'),
        source: {
          sender: 'w@example.gov.cn',
          identifier: 'QX-1',
          sent: '2026-11-21T09:00:00+08:00',
          event: '暴雨',
          severity: 'Extreme',
          urgency: 'Immediate',
          certainty: 'Observed',
          area: '白石镇',
        },
      },
    };
    expect(readCap(message())).toEqual(wanted);
    const prefixed = message()
      .replace(/<(\/?)(?!\?)/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    expect(readCap(prefixed)).toEqual(wanted);
  });

  it('[Z15] exercises are drills; tests, acknowledgements and private messages are dropped', () => {
    expect(readCap(message({ status: 'Exercise' }))).toMatchObject({ alert: { drill: true } });
    expect(readCap(message({ status: 'Test' }))).toMatchObject({ is: 'dropped', why: 'status' });
    expect(readCap(message({ msgType: 'Ack' }))).toMatchObject({ is: 'dropped', why: 'type' });
    expect(readCap(message({ scope: 'Private' }))).toMatchObject({ is: 'dropped', why: 'scope' });
  });

  it('[Z14] updates and cancels say what they refer to; a cancel needs no more', () => {
    const references = 'w@example.gov.cn,QX-0,2026-11-21T08:00:00+08:00';
    expect(readCap(message({ msgType: 'Cancel', references }, ''))).toMatchObject({
      alert: { act: 'Cancel', references: [references] },
    });
    expect(refusalOf(message({ msgType: 'Update' }))).toContain('alert.references');
    expect(refusalOf(message({ msgType: 'Update', references: 'QX-0' }))).toContain('alert.references');
  });

  it('[Z12] what does not fit is refused with its place', () => {
    for (const name of ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'])
      expect(refusalOf(message({ [name]: '' })), name).toContain(`alert.${name}`);
    expect(refusalOf(message({ identifier: 'a b' }))).toContain('alert.identifier');
    expect(refusalOf(message({ sent: '2026-11-21' }))).toContain('alert.sent');
    expect(refusalOf(message({}, ''))).toContain('alert.info');
    expect(refusalOf(message({}, info().replace('Extreme', 'Bad')))).toContain('info.severity');
    for (const xml of ['', 'hello', '<alert/>', '{"a":1}', message().slice(0, -20), message() + message()])
      expect(refusalOf(xml), xml.slice(0, 30)).not.toBe('');
  });

  it('[Z12] no entity is expanded, no document type taken, and depth has an end', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "bbbb">]>' + message({ identifier: '&b;' });
    expect(refusalOf(laughs)).toContain('DOCTYPE');
    const unknown = readCap(message({}, chinese.replace('雨大', '&b;')));
    expect(JSON.stringify(unknown)).not.toContain('bbbb');
    expect(refusalOf(message({}, '<x>'.repeat(5000) + '</x>'.repeat(5000)))).toContain('depth');
  });
});
