// Words of the set-up, from the same catalogue as everything else. Plain JavaScript: runs on any Node.
import { readFileSync } from 'node:fs';

const entries = JSON.parse(readFileSync(new URL('../content/messages/start.json', import.meta.url), 'utf8'));

/** English when asked for with `--lang en` or MINGTING_LANG=en, else Chinese. */
export function language(argv = process.argv, env = process.env) {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked =
    at < 0
      ? (env.MINGTING_LANG ?? '')
      : argv[at].includes('=')
        ? argv[at].split('=')[1]
        : (argv[at + 1] ?? '');
  return asked.startsWith('en') ? 'en' : 'zh-CN';
}

/** @param {string} key @param {Record<string, string | number>} params */
export function say(key, params = {}) {
  const words = entries[key][language() === 'en' ? 1 : 0];
  return words.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}
