import { mount } from 'svelte';
import { Preview } from './preview.svelte.ts';
import PreviewPage from './Preview.svelte';

/** Draws what the page around this frame asks for. */
export function mountPreview(target: HTMLElement): void {
  const preview = new Preview();
  mount(PreviewPage, { target, props: { preview } });
  preview.listen();
}
