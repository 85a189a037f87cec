import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { olderStyles } from './scripts/olderstyles.ts';

/**
 * Pages talk over websocket only (wire.md), but engine.io-client carries two more transports: 2 KB gzip
 * that no TV ever uses.
 */
const websocketOnly: Plugin = {
  name: 'websocket-only',
  load: {
    filter: { id: /engine\.io-client\/.*\/transports\/(polling-xhr|webtransport)\.js$/ },
    handler: () => 'export class XHR {}\nexport class WT {}\n',
  },
};

/** A packed copy beside each text file: the hub sends it to browsers that take it, and packs nothing itself. */
const packed: Plugin = {
  name: 'packed',
  async writeBundle({ dir = '' }, files) {
    const texts = Object.keys(files).filter((name) => /\.(js|css)$/.test(name));
    await Promise.all(
      texts.map(async (name) =>
        writeFile(join(dir, `${name}.gz`), gzipSync(await readFile(join(dir, name)), { level: 9 })),
      ),
    );
  },
};

/** One page, built on its own: chunks shared with the panel would add 5 KB gzip to what a TV loads first. */
function page(name: 'display' | 'control', emptyOutDir: boolean): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: 'build/pages',
      emptyOutDir,
      // TV boxes of 2018 and their WebView; what it cannot lower is in display/older and scripts/olderstyles.ts.
      ...(name === 'display' ? { target: 'chrome66', cssTarget: 'chrome66' } : {}),
      // Font slices stay files of their own: the display must not carry them inside its CSS.
      assetsInlineLimit: 0,
      // Each page preloads its own chunks; the polyfill would be an inline script that the CSP forbids.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { [name]: `${name}/index.html` },
        // What is loaded first anyway is one file: cut up by who else uses it, it packs 2.6 KB worse.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  };
}

/** Two pages, one config. `build/pages` is what the hub serves. */
export default defineConfig({
  appType: 'mpa',
  plugins: [websocketOnly, svelte(), packed],
  css: { postcss: { plugins: [olderStyles] } },
  environments: { display: page('display', true), control: page('control', false) },
  builder: {
    async buildApp(builder) {
      for (const name of ['display', 'control']) await builder.build(builder.environments[name]!);
    },
  },
});
