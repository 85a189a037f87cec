import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** Two pages, one config. `build/pages` is what the hub serves. */
export default defineConfig({
  appType: 'mpa',
  plugins: [svelte()],
  build: {
    outDir: 'build/pages',
    emptyOutDir: true,
    // Font slices stay files of their own: the display must not carry them inside its CSS.
    assetsInlineLimit: 0,
    // Each page preloads its own chunks; the polyfill would be an inline script that the CSP forbids.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { display: 'display/index.html', control: 'control/index.html' } },
  },
});
