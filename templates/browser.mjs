// Finds the browser that prints and that the tests drive. Plain JavaScript: it runs before Node 24 is there.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

/** Where the set-up puts a browser that it has to fetch. */
export const fetchedFolder = fileURLToPath(new URL('../.cache/browser', import.meta.url));

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * @param {'print' | 'page'} use `print` prefers a headless shell, `page` a whole browser.
 * @param {Record<string, string | undefined>} env names the folders to look in, and MINGTING_BROWSER outright
 * @returns {string | undefined} path of an executable, or undefined when there is none.
 */
export function findBrowser(use, env) {
  if (env.MINGTING_BROWSER && existsSync(env.MINGTING_BROWSER)) return env.MINGTING_BROWSER;
  const names = use === 'print' ? [...shells, ...browsers] : [...browsers, ...shells];
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    Boolean,
  );
  for (const name of names)
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  for (const base of [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean))
    for (const place of windowsPlaces) if (existsSync(join(base, place))) return join(base, place);
  return fetched(use === 'print' ? ['chrome-headless-shell', 'chrome'] : ['chrome', 'chrome-headless-shell']);
}

/** A browser that the set-up fetched with puppeteer's installer: FOLDER/NAME/VERSION/NAME-PLATFORM/NAME. */
function fetched(names) {
  for (const name of names) {
    const place = join(fetchedFolder, name);
    if (!existsSync(place)) continue;
    for (const version of readdirSync(place))
      for (const platform of readdirSync(join(place, version)))
        for (const file of [name, `${name}.exe`]) {
          const path = join(place, version, platform, file);
          if (existsSync(path)) return path;
        }
  }
  return undefined;
}
