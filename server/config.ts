import { resolve } from 'node:path';
import type { HubKey } from '../content/messages/hub.ts';
import type { Language } from '../content/refusals.ts';
import { isEngine } from './speech/engine.ts';

/** Everything that the hub is told from outside. */
export interface Config {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Absolute path of the data folder. */
  data: string;
  /** Address under which phones reach the hub, without a slash at the end; null when it is to find out itself. */
  publicUrl: string | null;
  /** Browser for printing; null when it is to be found. */
  browser: string | null;
  language: Language;
  demo: boolean;
  /** Whether events may be sent to receivers on the hub's own computer (X16). */
  hooksLoopback?: boolean;
  /** Command line of an engine that speaks calls (V22), `{text}` and `{out}` to be filled in. */
  voice?: string;
  /** The environment, by which a browser is found. */
  env: Env;
}

/** Why the words of the command line cannot be followed. */
export interface ConfigFault {
  error: HubKey;
  params: Record<string, string | number>;
  language: Language;
}

type Env = Record<string, string | undefined>;
const valued = ['port', 'data', 'host', 'public-url', 'browser', 'lang'] as const;
type Valued = (typeof valued)[number];
/** `--public-url` is also MINGTING_PUBLIC_URL, and so on. */
const variable = (name: Valued) => `MINGTING_${name.toUpperCase().replaceAll('-', '_')}`;

/**
 * The only reader of the command line and the environment; options win over variables.
 * @param argv the words after `main.ts`
 */
export function readConfig(argv: readonly string[], env: Env): Config | ConfigFault {
  const given: Partial<Record<Valued, string>> = {};
  let demo = env['MINGTING_DEMO'] === '1';
  let hooksLoopback = env['MINGTING_HOOKS_LOOPBACK'] === '1';
  for (const name of valued) if (env[variable(name)]) given[name] = env[variable(name)]!;
  const fail = (error: HubKey, params: ConfigFault['params']): ConfigFault => ({
    error,
    params,
    language: languageOf(given.lang ?? asked(argv), env),
  });
  for (let i = 0; i < argv.length; i++) {
    const [option = '', inline] = splitOnce(argv[i]!);
    if (option === '--demo' && inline === undefined) {
      demo = true;
      continue;
    }
    if (option === '--hooks-loopback' && inline === undefined) {
      hooksLoopback = true;
      continue;
    }
    const name = valued.find((one) => `--${one}` === option);
    if (!name) return fail('option.unknown', { option: argv[i]! });
    const value = inline ?? argv[++i];
    if (!value || (inline === undefined && value.startsWith('--'))) return fail('option.value', { option });
    given[name] = value;
  }
  if (given.lang && !/^(zh|en)/i.test(given.lang)) return fail('option.lang', { value: given.lang });
  if (given.port && !(/^\d{1,5}$/.test(given.port) && Number(given.port) <= 65535))
    return fail('option.port', { value: given.port });
  const publicUrl = given['public-url'] ? originOf(given['public-url']) : null;
  if (publicUrl === undefined) return fail('option.url', { value: given['public-url']! });
  const voice = env['MINGTING_VOICE'];
  if (voice && !isEngine(voice)) return fail('option.voice', { value: voice });
  return {
    port: Number(given.port ?? 8080),
    host: given.host ?? '0.0.0.0',
    // The demo must not write into a hall's real data.
    data: resolve(given.data ?? (demo ? 'data/demo' : 'data')),
    publicUrl,
    browser: given.browser ?? null,
    language: languageOf(given.lang, env),
    demo,
    ...(hooksLoopback ? { hooksLoopback } : {}),
    ...(voice ? { voice } : {}),
    env,
  };
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** The language that a broken command line still asks for, so that its fault is told in it. */
function asked(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word.startsWith('--lang'));
  return at < 0 ? undefined : (splitOnce(argv[at]!)[1] ?? argv[at + 1]);
}

function languageOf(lang: string | undefined, env: Env): Language {
  return (lang ?? (env['LANG'] === 'en' ? 'en' : 'zh')).toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

function originOf(text: string): string | undefined {
  try {
    const url = new URL(text);
    const plain = (url.pathname === '/' || url.pathname === '') && !url.search && !url.hash && !url.username;
    return plain && /^https?:$/.test(url.protocol) ? url.origin : undefined;
  } catch {
    return undefined;
  }
}
