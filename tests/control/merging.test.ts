import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Commands } from '../../content/model/command.ts';
import { fieldEntries } from '../../content/messages/control-fields.ts';

/** Saves of reviewed kinds go through control/writing.svelte.ts, which brings drafts and live records together. */
const written = [
  'notice:save',
  'rule:save',
  'pledge:save',
  'contact:save',
  'item:save',
  'package:save',
  'staff:save',
  'draft:save',
];

/** Commands that name a revision and are not brought together, with the reason. */
const alone: Record<string, string> = {
  'draft:submit': 'a deed on what the sender read: changed words have to be read again',
  'draft:withdraw': 'a deed, not words',
  'draft:return': 'a verdict on what the reviewer read',
  'draft:approve': 'a verdict on what the reviewer read',
  'draft:release': 'a deed on what the sender read',
  'draft:emergency': 'a deed on what the sender read',
  'appointment:change': 'the visitor’s time as it is now has to be seen before it is moved',
  'appointment:answer': 'an answer to what was asked: asked anew, it is answered anew',
  'hall:voice': 'a tick that is saved as it is set; the panel sends no revision',
  'hall:pages': 'one address is added to, or taken from, the list as it is now',
};

const sources = readdirSync('control', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|ts)$/.test(file))
  .map((file) => [file, readFileSync(join('control', file), 'utf8')] as const);
const viaHttp: Record<string, string> = { 'account:save': 'saveAccount', 'webhook:save': 'saveWebhook' };

/** The commands whose sender may say which revision it looked at. */
const named = Object.entries(Commands)
  .filter(([, { input }]) => 'properties' in input && 'rev' in (input.properties as object))
  .map(([name, { input }]) => ({ name, fields: Object.keys((input as { properties: object }).properties) }));

test('[D13] every form over a record brings two savers together, or there is a reason', () => {
  const missing = named
    .filter(({ name }) => !written.includes(name) && !(name in alone))
    .filter(({ name }) => {
      const mark = viaHttp[name] ?? `'${name}'`;
      return !sources.some(([, text]) => text.includes(mark) && /\b(meet(<|\()|new Meeting)/.test(text));
    })
    .map(({ name }) => name);
  expect(missing).toEqual([]);
  for (const name of written)
    expect(
      sources.some(([, text]) => text.includes('new Writing') && text.includes(`'${name.split(':')[0]}'`)),
    ).toBe(true);
});

test('[D13] what two savers changed has a word a person knows', () => {
  // The fields of a care are called by control/carewords.ts.
  const own = new Set([...written, ...Object.keys(alone)]);
  const fields = named.filter(({ name }) => !own.has(name)).flatMap((one) => one.fields);
  const wordless = [...new Set(fields)].filter(
    (field) =>
      !['id', 'rev', 'month', 'screen', 'secret', 'password', 'replaces', 'care'].includes(field) &&
      !(`part.${field}` in fieldEntries),
  );
  expect(wordless).toEqual([]);
});
