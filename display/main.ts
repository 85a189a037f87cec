import '@fontsource-variable/noto-sans-sc/index.css';
import '../content/theme.css';
import './page.css';
import { mount } from 'svelte';
import { say } from '../content/messages/display.ts';
import App from './App.svelte';
import { Page } from './page.svelte.ts';

/** What the page cannot do without and cannot mend; the words in index.html stay where it is missing. */
const able = 'ResizeObserver' in window && 'WebSocket' in window && CSS.supports('inset', '0');

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

const target = document.getElementById('page');
if (able && target) {
  document.title = say('page.title');
  window.addEventListener('contextmenu', (event) => event.preventDefault());
  hideRestingPointer();
  // A frame of the panel: drawn from what the panel tells, without a line or a memory of its own.
  if (new URLSearchParams(location.search).has('preview')) {
    target.replaceChildren();
    // Not awaited: the chunk needs this very module to have run to its end.
    void import('./preview.ts').then(({ mountPreview }) => mountPreview(target));
  } else {
    const page = await Page.boot();
    target.replaceChildren();
    mount(App, { target, props: { page } });
  }
}
