import './older/global.ts';
import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource/noto-sans-yi/400.css';
import '@fontsource/noto-serif-tibetan/400.css';
import '../content/theme.css';
import './page.css';
import { mount } from 'svelte';
import { say } from '../content/messages/display.ts';
import { isOlder, lacks } from './able.ts';
import App from './App.svelte';
import { insist } from './insist.ts';
import { Page } from './page.svelte.ts';

/** The mouse pointer of a wall screen rests out of sight. */
const REST_MS = 3_000;

function hideRestingPointer(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    document.body.classList.remove('resting');
    clearTimeout(timer);
    timer = setTimeout(() => document.body.classList.add('resting'), REST_MS);
  };
  window.addEventListener('pointermove', rest);
  rest();
}

async function start(target: HTMLElement): Promise<void> {
  if (isOlder()) (await insist(() => import('./older/index.ts'))).giveAll();
  document.title = say('page.title');
  window.addEventListener('contextmenu', (event) => event.preventDefault());
  hideRestingPointer();
  // A frame of the panel: drawn from what the panel tells, without a line or a memory of its own.
  if (new URLSearchParams(location.search).has('preview')) {
    target.textContent = '';
    const { mountPreview } = await import('./preview.ts');
    mountPreview(target);
  } else {
    const page = await Page.boot();
    target.textContent = '';
    mount(App, { target, props: { page } });
  }
}

const target = document.getElementById('page');
const lacking = lacks();
if (target && lacking.length === 0) void start(target);
// The words in index.html stay, and say what is missing.
else document.getElementById('lacking')?.append(lacking.join(', '));
