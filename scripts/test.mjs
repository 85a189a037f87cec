// `npm test`: the same set-up as `npm start`, then every check and every test, in the order in which
// a mistake is cheapest to find. One failure does not hide the next; the last lines say what failed.
import { spawnSync } from 'node:child_process';
import {
  buildPages,
  compiled,
  findNode,
  installPackages,
  provideBrowser,
  provideTestTools,
  root,
  SetupFailed,
} from './setup.mjs';

const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
/** name → arguments for Node. `npm test -- NAME …` runs only those named. */
const checks = {
  types: [
    'node_modules/svelte-check/bin/svelte-check',
    '--tsconfig',
    './tsconfig.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ],
  lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  unit: [...vitest, '--project', 'unit'],
  browser: [...vitest, '--project', 'browser'],
  system: [...vitest, '--project', 'system'],
  bench: ['tests/bench/run.ts', '--smoke'],
};

try {
  installPackages(true);
  const node = findNode();
  buildPages(node);
  provideBrowser('print');
  if (!provideBrowser('page')) throw new SetupFailed('');
  provideTestTools();
  process.exitCode = runChecks(node, process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** @returns {0 | 1} */
function runChecks(node, asked) {
  const unknown = asked.filter((name) => !(name in checks));
  if (unknown.length) {
    console.error(`unknown check: ${unknown.join(' ')}; there are: ${Object.keys(checks).join(' ')}`);
    return 1;
  }
  const results = [];
  for (const [name, args] of Object.entries(checks)) {
    if (asked.length && !asked.includes(name)) continue;
    console.log(`\n── ${name}`);
    const began = Date.now();
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
    const done = spawnSync(node, args, { cwd: root, stdio: 'inherit', env });
    results.push({ name, ok: done.status === 0, seconds: ((Date.now() - began) / 1000).toFixed(1) });
  }
  console.log('\n── summary');
  for (const { name, ok, seconds } of results)
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  const failed = results.filter(({ ok }) => !ok).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}
