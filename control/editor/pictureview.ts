import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { say } from '../words.ts';
import { takeOut } from './tableview.svelte.ts';

/** A picture with its caption and a key to take it out. */
export function pictureView(
  node: Node,
  view: EditorView,
  place: () => number | undefined,
  address: (medium: string) => string | null,
): NodeView {
  const dom = document.createElement('figure');
  dom.className = 'picture';
  dom.contentEditable = 'false';
  const src = address(String(node.attrs['medium']));
  const picture = document.createElement(src ? 'img' : 'p');
  if (picture instanceof HTMLImageElement && src) picture.src = src;
  else picture.textContent = say('editor.picture-gone');
  const caption = document.createElement('input');
  caption.value = String(node.attrs['caption']);
  caption.maxLength = 120;
  caption.placeholder = say('editor.caption');
  caption.setAttribute('aria-label', say('editor.caption'));
  caption.addEventListener('change', () => {
    const at = place();
    if (at === undefined) return;
    view.dispatch(
      view.state.tr.setNodeMarkup(at, null, { medium: node.attrs['medium'], caption: caption.value }),
    );
  });
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.className = 'link harm';
  drop.textContent = say('editor.drop-picture');
  drop.addEventListener('click', () => {
    const at = place();
    if (at !== undefined) takeOut(view, at);
  });
  dom.append(picture, caption, drop);
  return { dom, stopEvent: (event) => event.target !== picture, ignoreMutation: () => true };
}
