import type { importEntries } from '../../content/messages/importing.ts';

/** What `npm run import` is told. */
export interface ImportOptions {
  file: string;
  /** Titles, or `all`; empty when nothing was said. */
  take: string[];
  /** Options that the hub's own configuration reads: --data, --lang. */
  shared: string[];
}

export interface OptionFault {
  fault: keyof typeof importEntries;
  params: Record<string, string>;
  shared: string[];
}

const shared = ['--data', '--lang'];

/** Reads the words after `cli.ts`; `--take=X` and `--take X` mean the same. */
export function readOptions(argv: readonly string[]): ImportOptions | OptionFault {
  const options: ImportOptions = { file: '', take: [], shared: [] };
  const fail = (fault: OptionFault['fault'], params: OptionFault['params'] = {}): OptionFault => ({
    fault,
    params,
    shared: options.shared.filter((word, i, words) => [word, words[i - 1]].includes('--lang')),
  });
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (!word.startsWith('-')) {
      if (options.file !== '') return fail('cli.file-many', { file: word });
      options.file = word;
      continue;
    }
    const at = word.indexOf('=');
    const option = at < 0 ? word : word.slice(0, at);
    if (option !== '--take' && !shared.includes(option)) return fail('cli.option-unknown', { option: word });
    const value = at < 0 ? argv[++i] : word.slice(at + 1);
    if (!value || (at < 0 && value.startsWith('--'))) return fail('cli.option-value', { option });
    if (option === '--take') options.take.push(value);
    else options.shared.push(option, value);
  }
  return options.file === '' ? fail('cli.usage') : options;
}
