// Finds the browser that prints and that the tests drive. Plain JavaScript: it runs before Node 24 is there.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's headless shell starts four times faster and needs half the memory, so printing prefers it. */
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];
const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'msedge',
];

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * @param {'print' | 'page'} use `print` prefers a headless shell, `page` a whole browser.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} path of an executable, or undefined when there is none.
 */
export function findBrowser(use, env = process.env) {
  if (env.MINGTING_BROWSER && existsSync(env.MINGTING_BROWSER)) return env.MINGTING_BROWSER;
  const names = use === 'print' ? [...shells, ...browsers] : [...browsers, ...shells];
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    Boolean,
  );
  for (const name of names)
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  for (const base of [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean))
    for (const place of windowsPlaces) if (existsSync(join(base, place))) return join(base, place);
  return undefined;
}
