import { Parser } from 'saxen';
import { Certainty, Severity, Urgency } from '../../content/model/interrupt.ts';
import type { CommandInput } from '../../content/model/command.ts';
import { refuse } from '../../content/rule.ts';
import { Refused } from '../errors.ts';

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
/** CAP is five deep; whoever nests deeper means harm. */
const DEEPEST = 20;
const TEXT = 300;
const TITLE = 60;

/** What came: an alert for the hall, or one that is only for the wire (Z15). */
export type CapMessage =
  | { is: 'alert'; alert: CommandInput<'interrupt:alert'> }
  | { is: 'dropped'; why: 'status' | 'type' | 'scope'; identifier: string };

/** An element and what is in it: the words of leaves, or elements by name. */
interface Element {
  name: string;
  text: string;
  inside: Element[];
}

const wrong = (where: string): Refused => new Refused(refuse('alert.invalid', { where }));

/**
 * Reads a CAP 1.2 message (OASIS CAP-v1.2). Entities other than the five of XML are unknown to the parser, and a
 * document type is refused, so nothing is expanded or fetched. Throws `alert.invalid`.
 */
export function readCap(xml: string): CapMessage {
  const alert = parse(xml);
  const text = (name: string): string => textOf(alert, name, 'alert');
  const [identifier, sender, sent] = [text('identifier'), text('sender'), text('sent')];
  // 3.2.1: references are separated by spaces, their parts by commas.
  for (const [name, value] of Object.entries({ identifier, sender }))
    if (/[\s,<&]/.test(value) || value.length > 200) throw wrong(`alert.${name}`);
  momentOf(sent, 'alert.sent');
  const status = oneOf(text('status'), ['Actual', 'Exercise', 'System', 'Test', 'Draft'], 'alert.status');
  const type = oneOf(text('msgType'), ['Alert', 'Update', 'Cancel', 'Ack', 'Error'], 'alert.msgType');
  const scope = oneOf(text('scope'), ['Public', 'Restricted', 'Private'], 'alert.scope');
  if (status !== 'Actual' && status !== 'Exercise') return { is: 'dropped', why: 'status', identifier };
  if (type === 'Ack' || type === 'Error') return { is: 'dropped', why: 'type', identifier };
  // What is not for the public does not go on a wall.
  if (scope !== 'Public') return { is: 'dropped', why: 'scope', identifier };
  const references = (find(alert, 'references')?.text ?? '').split(/\s+/).filter((one) => one !== '');
  if (type !== 'Alert' && references.length === 0) throw wrong('alert.references');
  if (references.length > 50 || references.some((one) => one.split(',').length !== 3 || one.length > 450))
    throw wrong('alert.references');
  const said = type === 'Cancel' && !find(alert, 'info') ? CANCELLED : readInfo(alert);
  const { until, title, text: words, ...source } = said;
  return {
    is: 'alert',
    alert: {
      source: { sender, identifier, sent, ...source },
      act: type,
      references,
      title,
      ...(words === '' ? {} : { text: words }),
      ...(status === 'Exercise' ? { drill: true as const } : {}),
      ...(until === undefined ? {} : { until }),
    },
  };
}

/** A Cancel need not say anything but what it cancels. */
const CANCELLED = {
  event: '解除',
  severity: 'Unknown' as const,
  urgency: 'Unknown' as const,
  certainty: 'Unknown' as const,
  title: '解除',
  text: '',
  until: undefined as number | undefined,
};

/** The Chinese part if there is one, else the first. */
function readInfo(alert: Element) {
  const infos = alert.inside.filter(({ name }) => name === 'info');
  const info = infos.find((one) => /^zh/i.test(find(one, 'language')?.text ?? '')) ?? infos[0];
  if (!info) throw wrong('alert.info');
  const event = line(textOf(info, 'event', 'info')).slice(0, 200);
  const words = (name: string): string => find(info, name)?.text.trim() ?? '';
  const headline = line(words('headline'));
  const expires = words('expires');
  const area = line(
    info.inside
      .filter(({ name }) => name === 'area')
      .map((one) => textOf(one, 'areaDesc', 'area'))
      .join('、'),
  );
  return {
    event,
    severity: oneOf(textOf(info, 'severity', 'info'), namesOf(Severity), 'info.severity'),
    urgency: oneOf(textOf(info, 'urgency', 'info'), namesOf(Urgency), 'info.urgency'),
    certainty: oneOf(textOf(info, 'certainty', 'info'), namesOf(Certainty), 'info.certainty'),
    title: cut(headline === '' ? event : headline, TITLE),
    text: cut([words('description'), words('instruction')].filter((one) => one !== '').join('\n'), TEXT),
    until: expires === '' ? undefined : momentOf(expires, 'info.expires'),
    ...(area === '' ? {} : { area: cut(area, 200) }),
  };
}

function parse(xml: string): Element {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw wrong('DOCTYPE');
  const top: Element = { name: '', text: '', inside: [] };
  const open = [top];
  let fault: string | null = null;
  const parser = new Parser();
  parser.ns({ [NAMESPACE]: 'cap' });
  parser.on('openTag', (name) => {
    // Elements of others, such as signatures, are taken as they are and found by nobody.
    const element = { name: name.startsWith('cap:') ? name.slice(4) : `?${name}`, text: '', inside: [] };
    open.at(-1)?.inside.push(element);
    open.push(element);
    if (open.length > DEEPEST) fault = 'depth';
  });
  parser.on('closeTag', () => void open.pop());
  parser.on('text', (value, decode) => void (open.at(-1)!.text += decode(value)));
  parser.on('cdata', (value) => void (open.at(-1)!.text += value));
  parser.on('error', ({ message }) => (fault ??= message.slice(0, 60)));
  parser.parse(xml);
  const [alert] = top.inside;
  if (fault !== null) throw wrong(fault);
  if (!alert || alert.name !== 'alert' || top.inside.length > 1 || open.length > 1) throw wrong('alert');
  return alert;
}

function find({ inside }: Element, name: string): Element | undefined {
  return inside.find((one) => one.name === name);
}

function textOf(element: Element, name: string, where: string): string {
  const text = find(element, name)?.text.trim() ?? '';
  if (text === '') throw wrong(`${where}.${name}`);
  return text;
}

function oneOf<const T extends string>(value: string, of: readonly T[], where: string): T {
  const found = of.find((one) => one === value);
  if (found === undefined) throw wrong(where);
  return found;
}

function namesOf<T extends string>({ anyOf }: { anyOf: readonly { const: T }[] }): T[] {
  return anyOf.map((one) => one.const);
}

/** 3.2.1: a date with its zone, never `Z`; we take that too. */
function momentOf(text: string, where: string): number {
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([-+]\d\d:\d\d|Z)$/.test(text) ? Date.parse(text) : NaN;
  if (!(moment >= 0)) throw wrong(where);
  return moment;
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
