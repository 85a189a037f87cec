import type { Show, ShownPart } from '../../content/model/showing.ts';

/** What the page knows besides its glass. */
export interface Told {
  /** Kind of the screen's own scene; null before there is one. */
  scene: string | null;
  /** Revisions of records, for marks that do not name one. */
  rev(kind: string, id: string): number;
}

/**
 * Scenes mark what they show: `data-shows="notice ID REV;rule ID"` on the element with its words, `data-slot` on the
 * items of a playlist, `data-over` on what lies over all, `data-light` on the dark. Reading the glass itself tells what was
 * drawn, not what was meant to be.
 */
export function lookAt(root: ParentNode, hidden: boolean, { scene, rev }: Told): Show {
  if (hidden) return { is: 'hidden', parts: [] };
  const over = root.querySelector<HTMLElement>('[data-over]')?.dataset.over;
  if (over === '') return { is: 'blocked', parts: [] };
  if (over !== undefined) return { is: 'over', interrupt: over, parts: [] };
  const light = Number(root.querySelector<HTMLElement>('[data-light]')?.dataset.light ?? 1);
  if (light === 0) return { is: 'dark', parts: [] };
  const parts = scene === null ? [] : partsOn(root, scene, rev);
  if (parts.length === 0) return { is: 'starting', parts: [] };
  return { is: light < 1 ? 'dim' : 'shown', parts };
}

/** The slot that something stands in; null for what stands in none. */
const slotOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>('[data-slot]');

/** A slot is drawn behind the one on the glass before it is its turn. */
const isFront = (slot: HTMLElement): boolean => slot.classList.contains('front');

function partsOn(root: ParentNode, scene: string, rev: Told['rev']): ShownPart[] {
  const slots = [...root.querySelectorAll<HTMLElement>('[data-slot]')].filter(isFront);
  const marks = [...root.querySelectorAll<HTMLElement>('[data-shows]')];
  const recordsIn = (slot: HTMLElement | null): NonNullable<ShownPart['records']> => {
    const seen = new Map<string, { kind: string; id: string; rev: number }>();
    for (const mark of marks)
      if (slotOf(mark) === slot)
        for (const one of (mark.dataset.shows ?? '').split(';')) {
          const [kind = '', id = '', said] = one.split(' ');
          const its = Number(said ?? rev(kind, id));
          if (kind && id && its > 0) seen.set(`${kind} ${id}`, { kind, id, rev: its });
        }
    return [...seen.values()].slice(0, 20);
  };
  const part = (of: string, slot: HTMLElement | null, from: Partial<ShownPart>): ShownPart => {
    const records = recordsIn(slot);
    return { scene: of, ...from, ...(records.length ? { records } : {}) };
  };
  const played = slots.map((slot): ShownPart => {
    const { slot: item = '', scene: of = 'slogan', playlist } = slot.dataset;
    if (item === 'safe' || playlist === undefined) return part('slogan', slot, {});
    return part(of, slot, { playlist, item });
  });
  if (scene === 'program') return played.slice(0, 16);
  return [part(scene, null, {}), ...played].slice(0, 16);
}
