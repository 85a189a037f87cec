import type { BoardGroup, BoardGroups } from '../content/model/screen.ts';
import type { Kept } from '../content/model/record.ts';
import { wordNumbers } from '../content/views/groups.ts';

type Window = Kept<'window'>;

/** One group of a board as the form shows it. */
export interface Drafted {
  title: string;
  windows: Window[];
}

/** The groups of a board as they work today (S1): windows that are gone are left out, new ones stand in the first. */
export function draftOf(groups: BoardGroups, windows: readonly Window[]): Drafted[] {
  const drafts = groups.map(({ title = '' }: BoardGroup): Drafted => ({ title, windows: [] }));
  for (const window of inOrder(windows)) {
    const place = groups.findIndex((group: BoardGroup) => group.windows.includes(window.id));
    drafts[Math.max(0, place)]?.windows.push(window);
  }
  return drafts;
}

/** What the form means. Null is one group: it needs no division. */
export function groupsOfDraft(drafts: readonly Drafted[]): BoardGroups | null {
  const groups = drafts.map(({ title, windows }): BoardGroup => ({
    ...(title.trim() ? { title: title.trim() } : {}),
    windows: windows.map(({ id }) => id),
  }));
  const [first, second, third, fourth] = groups;
  if (!first || !second) return null;
  return third && fourth ? [first, second, third, fourth] : [first, second];
}

/** All windows in so many groups of neighbours, about equally many in each. */
export function divide(windows: readonly Window[], count: number): Drafted[] {
  const all = inOrder(windows);
  return Array.from({ length: count }, (_, place) => ({
    title: '',
    windows: all.slice(
      Math.ceil((all.length * place) / count),
      Math.ceil((all.length * (place + 1)) / count),
    ),
  }));
}

/** The drafts with a window in the group of this place, and in no other. */
export function put(drafts: readonly Drafted[], window: Window, place: number): Drafted[] {
  return drafts.map(({ title, windows }, at) => {
    const others = windows.filter(({ id }) => id !== window.id);
    return { title, windows: at === place ? inOrder([...others, window]) : others };
  });
}

/** Numbers of the windows of a group, in short. */
export function numbersOf({ windows }: Drafted): string {
  return wordNumbers(windows.map(({ body }) => body.number));
}

function inOrder(windows: readonly Window[]): Window[] {
  return [...windows].sort((one, other) => one.body.number - other.body.number);
}
