import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Component } from 'svelte';
import type * as Compiler from 'svelte/compiler';

const require = createRequire(import.meta.url);
let registered = false;

/**
 * Teaches Node to import `.svelte`, compiled for the server when first asked for: templates need no
 * build step. Nothing else passes through here, and the compiler is loaded only if a template is.
 */
function register(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.svelte')) return next(url, context);
      const { compile } = require('svelte/compiler') as typeof Compiler;
      const filename = fileURLToPath(url);
      const { js } = compile(readFileSync(filename, 'utf8'), { filename, generate: 'server', dev: false });
      return { format: 'module', source: js.code, shortCircuit: true };
    },
  });
}

/**
 * Loads a component by its path from this folder, for `render` of svelte/server. It goes through
 * `require`, which Node resolves itself: under vitest an `import` would be taken over by Vite.
 */
export function loadComponent<Props extends Record<string, unknown>>(path: string): Component<Props> {
  register();
  return (require(path) as { default: Component<Props> }).default;
}
