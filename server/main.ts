import { speaker } from '../content/messages/catalogue.ts';
import { hubEntries } from '../content/messages/hub.ts';
import { readConfig, type Config } from './config.ts';
import type { DemoSignIn } from './demo/demo.ts';
import type { Hub } from './hub.ts';
import { JournalTrouble } from './journal/trouble.ts';
import { createLog, type Log } from './log.ts';

/** A second signal, or a close that hangs, ends the process after this long. */
const PATIENCE_MS = 10_000;

const config = readConfig(process.argv.slice(2), process.env);
if ('error' in config) {
  console.error(speaker(hubEntries, config.language)(config.error, config.params));
  process.exit(1);
}
const say = speaker(hubEntries, config.language);
const log = createLog((line) => console.error(line), Date.now);
await run(config, log);

async function run(config: Config, log: Log): Promise<void> {
  let hub: Hub | null = null;
  let demo: DemoSignIn[] = [];
  let ending = false;
  const end = (code: number): void => {
    if (ending) process.exit(code || 1);
    ending = true;
    setTimeout(() => process.exit(code || 1), PATIENCE_MS).unref();
    void Promise.resolve(hub?.close()).finally(() => process.exit(code));
  };
  const crash = (error: unknown): void => {
    log.error('unexpected', error);
    console.error(say('stop.crashed'));
    end(1);
  };
  process.on('unhandledRejection', crash);
  process.on('uncaughtException', crash);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!ending) console.log(say('stop.closing'));
      end(0);
    });
  try {
    // Loaded only now, so that a wrong option is told at once.
    const { startHub } = await import('./hub.ts');
    hub = await startHub({ config, log });
    if (config.demo) {
      const { seedDemo } = await import('./demo/demo.ts');
      demo = await seedDemo(hub);
    }
  } catch (error) {
    const words = await wordStart(error, config);
    if (words === null) log.error('start', error);
    console.error(words ?? say('stop.crashed'));
    return end(1);
  }
  if (ending) return void hub.close();
  printAddresses(hub);
  printDemo(demo);
  console.log(say('start.stop'));
}

/** One clear line for what a person can mend; null for anything else. */
async function wordStart(error: unknown, config: Config): Promise<string | null> {
  if (error instanceof JournalTrouble) return say(error.code, error.params);
  const { StandardTrouble } = await import('./standards.ts');
  if (error instanceof StandardTrouble) return error.word(config.language);
  const { port, host } = config;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return null;
  switch (code) {
    case 'EADDRINUSE':
      return say('port.taken', { port, other: port === 8080 ? 8090 : port + 1 });
    case 'EACCES':
      return say('port.denied', { port });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return say('host.unknown', { host });
    default:
      return null;
  }
}

function printAddresses({ addresses, access, built }: Hub): void {
  console.log(say('start.ready'));
  for (const base of [addresses.local, ...addresses.others]) {
    console.log(say('start.panel', { url: `${base}/control/` }));
    console.log(say('start.screen', { url: `${base}/display` }));
    console.log(say('start.phone', { url: `${base}/p` }));
  }
  if (!built) console.log(say('start.unbuilt'));
  if (access.setupCode) {
    console.log(say('start.setup'));
    for (const base of [addresses.local, ...addresses.others])
      console.log(say('start.link', { url: `${base}/setup?code=${access.setupCode}` }));
  }
}

function printDemo(people: readonly DemoSignIn[]): void {
  if (people.length === 0) return;
  console.log(say('start.demo', { password: people[0]!.password }));
  for (const { name, displayName } of people) console.log(say('start.person', { name, displayName }));
}
