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

/** The smallest value of a schema's shape. Patterns are not kept: the dispatcher's callers check them. */
function smallest(schema: Shape): unknown {
  if ('const' in schema) return schema.const;
  if (schema.anyOf) return smallest(schema.anyOf[0]!);
  if (schema.type === 'object') {
    const needed = (schema.required ?? []).map((key) => [key, smallest(schema.properties![key]!)]);
    return Object.fromEntries(needed);
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => smallest(schema.items!));
  if (schema.type === 'string') return '2026-11-21'.padEnd(schema.minLength ?? 0, 'x');
  if (schema.type === 'boolean') return false;
  return schema.type === 'null' ? null : (schema.minimum ?? 0);
}

interface Shape {
  type?: string;
  const?: unknown;
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minItems?: number;
  minLength?: number;
  minimum?: number;
}

it.each(Object.keys(Commands) as CommandName[])(
  '%s has a rule, which answers something on an empty hall',
  (name) => {
    const decideAny = decide as (...given: [RecordMap, string, unknown, object]) => Outcome;
    const outcome = decideAny(new RecordMap(), name, smallest(Commands[name].input as Shape), testWorld());
    expect(isRefusal(outcome) ? outcome.refused in refusals : Array.isArray(outcome.changes)).toBe(true);
  },
);

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
