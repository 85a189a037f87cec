import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { decide } from '../../content/commands.ts';
import { Commands } from '../../content/model/command.ts';
import type { CommandName } from '../../content/model/command.ts';
import { RecordMap } from '../../content/records.ts';
import { refusals } from '../../content/refusals.ts';
import { isRefusal } from '../../content/rule.ts';
import type { Outcome } from '../../content/rule.ts';
import { testWorld } from '../support/world.ts';

it('every command has a rule, which answers something on an empty hall', () => {
  for (const name of Object.keys(Commands) as CommandName[]) {
    const decideAny = decide as (...given: [RecordMap, string, unknown, object]) => Outcome;
    const input = { id: 'x', window: 'x', service: 'x', rules: [], name: 'x', value: 'x', services: [] };
    const outcome = decideAny(new RecordMap(), name, { ...input, scene: { is: 'board' } }, testWorld());
    expect(isRefusal(outcome) ? outcome.refused in refusals : Array.isArray(outcome.changes)).toBe(true);
  }
});

it('the commands do not bring the schemas with them', async () => {
  const seen = new Set<string>();
  const follow = async (file: URL): Promise<void> => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    const text = await readFile(file, 'utf8');
    for (const [, from = ''] of text.matchAll(/^(?:import|export) (?!type)[^;]*?from '([^']+)';/gms)) {
      expect([file.pathname, from].join(' ')).not.toMatch(/ typebox|\/model\//);
      if (from.startsWith('.') && from.endsWith('.ts')) await follow(new URL(from, file));
    }
  };
  await follow(new URL('../../content/commands.ts', import.meta.url));
  expect(seen.size).toBeGreaterThan(10);
});
