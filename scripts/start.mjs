// `npm start`: sets up what is missing, then runs the hub with Node 24. Options are the hub's own.
import { spawn } from 'node:child_process';
// Not by name: Node 20, which may run this file, has no such export.
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  buildPages,
  compiled,
  findNode,
  installPackages,
  provideBrowser,
  root,
  SetupFailed,
} from './setup.mjs';
import { say } from './words.mjs';

try {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new SetupFailed(say('node.old', { version: process.version }));
  installPackages(false);
  const node = findNode();
  buildPages(node);
  provideBrowser('print');
  await runHub(node);
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** In this process when it is Node 24 already, else in a child that gets our signals and gives us its exit code. */
async function runHub(node) {
  const main = join(root, 'server', 'main.ts');
  if (node === process.execPath) {
    module.enableCompileCache(compiled);
    await import(pathToFileURL(main).href);
    return;
  }
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const hub = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => hub.kill(signal));
  hub.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
