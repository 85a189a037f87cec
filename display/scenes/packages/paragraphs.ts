import type { PackageView } from '../../../content/publishing/packages.ts';
import { numbered, say, wordDays, wordMaterial } from '../guide/paragraphs.ts';
import type { Paragraph } from '../reading/cut.ts';

/** 一件事 as it stands on a wall (U21, U22): its items in order, its one list of materials, what to mind. */
export function paragraphsOfPackage({ items, materials, note }: PackageView): Paragraph[] {
  const several = items.length > 1;
  return [
    { text: say('package.items'), is: 'heading' },
    ...numbered(
      items.map(({ body: { name, promisedDays, type } }) => {
        const days = promisedDays ?? (type === 'instant' ? 0 : undefined);
        return days === undefined ? name : `${name}（${wordDays(days)}）`;
      }),
    ),
    { text: say('package.materials'), is: 'heading' },
    ...(materials.length > 0
      ? numbered(
          materials.map(({ material, items: its }) =>
            // What every item asks for needs no names.
            several && its.length < items.length
              ? `${wordMaterial(material)} ${say('package.for', { items: its.join('、') })}`
              : wordMaterial(material),
          ),
        )
      : [{ text: say('package.materials-none') }]),
    ...(note
      ? [
          { text: say('package.note'), is: 'heading' as const },
          ...note
            .split('\n')
            .filter((one) => one.trim())
            .map((text) => ({ text })),
        ]
      : []),
  ];
}
