// Brings a fresh checkout to where the hub can run: packages, Node 24, pages, dot fonts, a browser.
// Plain JavaScript for the Node that the machine happens to have (20 or newer). Every step leaves a
// stamp, so that a second start only compares stamps.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchedFolder, findBrowser } from '../templates/browser.mjs';
import { say } from './words.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** Where Node keeps what it compiled: a hub that starts again spends a third less. */
export const compiled = join(root, 'build', 'compiled');
const windows = process.platform === 'win32';

/** A step that failed and has said so in plain words: the caller ends with code 1 and no stack trace. */
export class SetupFailed extends Error {}

/** Runs a command; on failure shows its output and throws SetupFailed with `words`. */
function run(command, args, words, options = {}) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  if (done.status === 0) return;
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim().split('\n').slice(-30).join('\n');
  throw new SetupFailed(output ? `${words}\n${output}` : words, { cause: done.error });
}

function timed(words, step) {
  const began = Date.now();
  console.log(words);
  step();
  console.log(say('step.took', { seconds: ((Date.now() - began) / 1000).toFixed(1) }));
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** Sizes and times of all files under the places: changes when any of them does. */
function fingerprint(places) {
  const lines = [];
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else lines.push(`${path} ${stat.size} ${Math.round(stat.mtimeMs)}`);
  };
  for (const place of places) visit(join(root, place));
  return hashOf(lines.join('\n'));
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The npm that started us, else the one on the path; run by the Node that is running now. */
function npm(args, words) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) run(process.execPath, [cli, ...args], words);
  else run(windows ? 'npm.cmd' : 'npm', args, words, { shell: windows });
}

/**
 * Installs what package-lock.json names. `everything` includes the tools of the tests.
 * A clean install the first time; later changes are added to what is there, since on Windows the
 * running Node 24 lies inside node_modules and cannot be removed.
 */
export function installPackages(everything) {
  const stamp = join(root, 'node_modules', '.mingting-stamp');
  const lock = hashOf(
    readFileSync(join(root, 'package-lock.json'), 'utf8') + process.platform + process.arch,
  );
  const had = readStamp(stamp);
  if (had === `${lock} all` || (!everything && had === `${lock} run`)) return;
  // A developer's checkout keeps its tools: `npm start` must not take away what `npm test` needs.
  const tools = everything || existsSync(join(root, 'node_modules', 'vitest'));
  const verb = existsSync(join(root, 'node_modules')) ? 'install' : 'ci';
  timed(say('packages.installing'), () =>
    npm(
      [verb, '--no-audit', '--no-fund', '--loglevel=error', tools ? '--include=dev' : '--omit=dev'],
      say('packages.failed'),
    ),
  );
  writeFileSync(stamp, `${lock} ${tools ? 'all' : 'run'}`);
}

/** Path of Node 24: our own process if it is one, else the binary that npm installed for this platform. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = windows ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const path = join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(path)) throw new SetupFailed(say('node.missing', { package: name }));
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
  if (Number(version.slice(1).split('.')[0]) < 24)
    throw new SetupFailed(say('node.missing', { package: `${name} ${version}` }));
  return path;
}

/** Builds display and control, and the signs' dot fonts, when their sources changed. */
export function buildPages(node) {
  mkdirSync(join(root, 'build'), { recursive: true });
  const steps = [
    {
      name: 'signs',
      sources: [
        'scripts/led-glyphs.ts',
        'scripts/led',
        'content/led',
        'content/messages/led.ts',
        'package-lock.json',
      ],
      made: 'build/led',
      args: ['scripts/led-glyphs.ts', 'build/led'],
      words: 'signs.building',
    },
    {
      name: 'pages',
      sources: [
        'display',
        'control',
        'content',
        'scripts/olderstyles.ts',
        'vite.config.ts',
        'svelte.config.js',
        'package-lock.json',
      ],
      made: 'build/pages',
      args: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
      words: 'pages.building',
    },
  ];
  for (const { name, sources, made, args, words } of steps) {
    const stamp = join(root, 'build', `.${name}-stamp`);
    const now = fingerprint(sources);
    if (readStamp(stamp) === now && existsSync(join(root, made))) continue;
    // Whoever starts this, a test for one, may have said NODE_ENV: pages of a hub are never those of development.
    const env = { ...process.env, NODE_ENV: 'production' };
    timed(say(words), () => run(node, args, say('pages.failed'), { env }));
    writeFileSync(stamp, now);
  }
}

const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)));
const canApt = () => process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
let aptUpdated = false;

/** Installs Debian packages; false when the machine refuses. */
function apt(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!aptUpdated) spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  aptUpdated = true;
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      env,
      stdio: 'ignore',
    }).status === 0
  );
}

/**
 * Finds a browser for `use`, or installs one: by apt as root, else by the installer that comes with
 * puppeteer. Returns its path, or undefined after saying what to do: the hub runs without printing.
 * @param {'print' | 'page'} use
 */
export function provideBrowser(use) {
  const there = findBrowser(use, process.env);
  if (there) return there;
  if (canApt()) {
    for (const name of use === 'print' ? ['chromium-headless-shell', 'chromium'] : ['chromium']) {
      console.log(say('browser.installing', { name }));
      if (apt([name])) break;
    }
  } else {
    const name = use === 'print' ? 'chrome-headless-shell' : 'chrome';
    console.log(say('browser.installing', { name }));
    const cli = join(root, 'node_modules', '@puppeteer', 'browsers', 'lib', 'main-cli.js');
    if (existsSync(cli))
      spawnSync(process.execPath, [cli, 'install', `${name}@stable`, '--path', fetchedFolder], {
        stdio: 'ignore',
        timeout: 300_000,
      });
  }
  const found = findBrowser(use, process.env);
  if (!found) console.log(say('browser.none'));
  return found;
}

/** Command-line tools by which the tests read PDFs and QR codes: command → Debian package. */
const tools = { mutool: 'mupdf-tools', pdffonts: 'poppler-utils', zbarimg: 'zbar-tools' };

/** The reference printer of CUPS and the bus that it wants; without them its tests are left out. */
const extras = { '/usr/sbin/ippeveprinter': 'cups-ipp-utils', '/usr/bin/dbus-daemon': 'dbus-daemon' };

export function provideTestTools() {
  const wanted = Object.keys(extras).filter((path) => !existsSync(path));
  if (wanted.length > 0 && canApt()) apt(wanted.map((path) => extras[path]));
  const missing = Object.keys(tools).filter((name) => !onPath(name));
  if (missing.length === 0) return;
  const packages = missing.map((name) => tools[name]);
  if (canApt()) {
    console.log(say('tools.installing', { names: packages.join(' ') }));
    apt(packages);
  }
  if (missing.some((name) => !onPath(name)))
    throw new SetupFailed(say('tools.missing', { names: packages.join(' ') }));
}
