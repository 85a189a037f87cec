import type { Attachment } from 'svelte/attachments';

const STEPS = 8;

/**
 * Sets the largest font size, in px from `least` to `most`, at which the element's children stay inside its
 * box. Measured anew when the box, the text or the fonts change. The element is a flex box with a size of
 * its own that does not depend on its content. Boxes of children are compared, because scrollHeight counts
 * the face's full ascent and descent, which reach a quarter of the size beyond a tight line.
 */
export function fit(most: number, least: number): Attachment<HTMLElement> {
  return (element) => {
    const overflows = (size: number): boolean => {
      element.style.fontSize = `${size}px`;
      const box = element.getBoundingClientRect();
      return [...element.children].some((child) => {
        const { left, right, top, bottom } = child.getBoundingClientRect();
        return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
      });
    };
    const measure = () => {
      if (!overflows(most)) return;
      let [fits, tooBig] = [least, most];
      for (let step = 0; step < STEPS; step++) {
        const middle = (fits + tooBig) / 2;
        if (overflows(middle)) tooBig = middle;
        else fits = middle;
      }
      element.style.fontSize = `${fits}px`;
    };
    measure();
    // The box: ResizeObserver also answers once at the start, after the first layout.
    const box = new ResizeObserver(measure);
    box.observe(element);
    const text = new MutationObserver(measure);
    text.observe(element, { childList: true, characterData: true, subtree: true });
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      box.disconnect();
      text.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  };
}
