import { addDays, dayOf } from '../calendar.ts';
import type { CommandInput } from '../model/command.ts';
import type { Astray, Certificate, Showing } from '../model/showing.ts';
import { zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { sameBody } from '../revision.ts';
import { refuse } from '../rule.ts';
import type { RuleOf, Wanted } from '../rule.ts';

/** Days for which logs, pictures and seals are kept: twelve months (PS6). */
export const KEPT_DAYS = 366;
/** Days for which the hall's records hold figures and not the seal alone: two months, so that a hub starts quickly (PS6). */
export const FIGURES_DAYS = 62;

/** Codes of a 公示's former certificates that are still answered for (PS15). */
const MOST_EARLIER = 400;

/** Seals a day (PS5). The same seal again changes nothing. */
export const keepShowing: RuleOf<CommandInput<'showing:keep'>, { id: string }> = (
  records,
  { day, chain, lines, screens },
  { now },
) => {
  const before = records.get('showing', day);
  if (before?.chain === chain && before.lines === lines) return { changes: [], result: { id: day } };
  const body: Showing = { chain, lines, screens, at: now };
  return { changes: [{ kind: 'showing', id: day, body }], result: { id: day } };
};

/** PS6: days long past keep their seal alone, and after twelve months nothing; certificates go with the last of their days. */
export const sweepShowings: RuleOf<CommandInput<'showing:sweep'>, { id: string }> = (records, _, { now }) => {
  const today = dayOf(now, zoneOf(records));
  const [gone, thin] = [addDays(today, -KEPT_DAYS), addDays(today, -FIGURES_DAYS)];
  const changes: Wanted[] = [];
  for (const { id, body } of records.all('showing')) {
    if (id < gone) changes.push({ kind: 'showing', id, body: null });
    else if (id < thin && body.screens.length > 0)
      changes.push({ kind: 'showing', id, body: { ...body, screens: [] } });
  }
  for (const { id, body } of records.all('certificate'))
    if (body.last < gone) changes.push({ kind: 'certificate', id, body: null });
  return { changes, result: { id: today } };
};

/** Keeps a certificate under the id of its notice (PS12). The same again, made at another moment, changes nothing. */
export const keepCertificate: RuleOf<CommandInput<'certificate:keep'>, { id: string }> = (
  records,
  certificate,
) => {
  const id = certificate.notice;
  if (!records.get('notice', id)) return refuse('record.missing');
  const before = records.get('certificate', id);
  if (before && sameBody(wordsOf(before), wordsOf(certificate))) return { changes: [], result: { id } };
  const codes = [before?.code ?? [], before?.earlier ?? []].flat();
  const earlier = codes.filter((code) => code !== certificate.code).slice(0, MOST_EARLIER);
  const body: Certificate = { ...certificate, ...(earlier.length ? { earlier } : {}) };
  return { changes: [{ kind: 'certificate', id, body }], result: { id } };
};

function wordsOf({ madeAt: _, earlier: __, ...words }: Certificate): object {
  return words;
}

/** The certificate that carries a code, and whether the record is that one itself or a later one (PS15). */
export function certificateWith(records: Records, code: string): { id: string; newest: boolean } | null {
  for (const { id, body } of records.all('certificate')) {
    if (body.code === code) return { id, newest: true };
    if (body.earlier?.includes(code)) return { id, newest: false };
  }
  return null;
}

/** Notes that a screen went astray, or is back (PS9). What is noted already changes nothing. Refuses `record.missing`. */
export const noteAstray: RuleOf<CommandInput<'screen:astray'>, { id: string }> = (
  records,
  { id, since, back, shown },
) => {
  if (!records.get('screen', id)) return refuse('record.missing');
  const before = records.get('astray', id);
  if (isAstray(before) === (back === null)) return { changes: [], result: { id } };
  const body: Astray = { since: back === null ? since : (before?.since ?? since), back, shown };
  return { changes: [{ kind: 'astray', id, body }], result: { id } };
};

const isAstray = (body: Astray | undefined): boolean => body !== undefined && body.back === null;

export type AstrayAlert = {
  /** A screen shows something else than is planned. */
  is: 'screen-astray';
  screen: { id: string; name: string };
  since: number;
};

/** Screens that show something else than is planned (PS9). */
export function astrays(records: Records): AstrayAlert[] {
  return [...records.all('astray')].flatMap(({ id, body }): AstrayAlert[] => {
    const name = records.get('screen', id)?.name;
    if (name === undefined || !isAstray(body)) return [];
    return [{ is: 'screen-astray', screen: { id, name }, since: body.since }];
  });
}
