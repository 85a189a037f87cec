import { hash } from 'node:crypto';
import { strFromU8, strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import Type from 'typebox';
import { carriedKinds } from '../../content/bundle/carriers.ts';
import { BUNDLE_VERSION, Carried, Manifest } from '../../content/model/bundle.ts';
import { refuse } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';
import { openZip } from '../importer/archive.ts';
import { findFault } from '../input.ts';

/** A hall as one file (content/bundle/bundle.md). */
export interface Bundle {
  hall: string;
  at: number;
  records: Carried[];
  /** Bytes by SHA-256. */
  uploads: Map<string, Uint8Array>;
}

/** Records of a large hall, fifty recordings and 100 MB of media with their pages stay below. */
const LIMITS = { bytes: 256 * 2 ** 20, files: 5000 };
const pathOf = /^(?:manifest\.json|records\/[a-z]{3,20}\.json|uploads\/[0-9a-f]{64})$/;
const Listed = Type.Array(Carried, { maxItems: 20_000 });

/** The ZIP of a hall. */
export function packBundle(
  hall: { name: string; standard: string },
  bundle: Omit<Bundle, 'hall'>,
): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const kind of carriedKinds) {
    const own = bundle.records.filter((record) => record.kind === kind);
    if (own.length > 0) files[`records/${kind}.json`] = strToU8(`${JSON.stringify(own, null, 1)}\n`);
  }
  for (const [digest, bytes] of bundle.uploads) files[`uploads/${digest}`] = bytes;
  const manifest: Manifest = {
    format: 'mingting-hall',
    version: BUNDLE_VERSION,
    hall: hall.name,
    standard: hall.standard,
    at: bundle.at,
    files: Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, digestOf(bytes)])),
  };
  const zip: Zippable = { 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 1)}\n`), ...files };
  return zipSync(zip, { level: 6 });
}

/** Reads and checks a bundle as a whole (C7). Refuses `bundle.broken`, `bundle.newer`, `import.bomb`. */
export function openBundle({ name, bytes }: { name: string; bytes: Uint8Array }): Bundle | Refusal {
  const broken = (what: string) => refuse('bundle.broken', { file: name, what });
  const strange: string[] = [];
  const files = openZip(bytes, (path) => pathOf.test(path) || (strange.push(path), false), LIMITS);
  if (files === 'bomb') return refuse('import.bomb', { file: name });
  if (files === 'broken') return broken('ZIP');
  if (strange.length > 0) return broken(strange[0]?.slice(0, 60) ?? '');
  const manifest = parse(files.get('manifest.json'));
  const version = versionOf(manifest);
  if (version > BUNDLE_VERSION) return refuse('bundle.newer', { file: name, version });
  if (!fits(Manifest, manifest)) return broken('manifest.json');
  files.delete('manifest.json');
  for (const path of new Set([...files.keys(), ...Object.keys(manifest.files)])) {
    const own = files.get(path);
    if (!own || digestOf(own) !== manifest.files[path]) return broken(path);
  }
  const records: Carried[] = [];
  const uploads = new Map<string, Uint8Array>();
  for (const [path, own] of files) {
    if (path.startsWith('uploads/')) {
      uploads.set(path.slice('uploads/'.length), own);
      continue;
    }
    const listed = parse(own);
    if (!fits(Listed, listed) || listed.some(({ kind }) => `records/${kind}.json` !== path))
      return broken(path);
    records.push(...listed);
  }
  for (const [digest, own] of uploads) if (digestOf(own) !== digest) return broken(`uploads/${digest}`);
  return { hall: manifest.hall, at: manifest.at, records, uploads };
}

function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(strFromU8(bytes));
  } catch {
    // No JSON: what was expected of it is refused as missing.
    return undefined;
  }
}

function fits<S extends Type.TSchema>(schema: S, value: unknown): value is Type.Static<S> {
  return findFault(schema, value) === null;
}

/** A newer format may have any other fields: its version is read before anything else. */
function versionOf(manifest: unknown): number {
  const { format, version } = (manifest ?? {}) as { format?: unknown; version?: unknown };
  return format === 'mingting-hall' && typeof version === 'number' ? version : 0;
}
