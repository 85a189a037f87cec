import type { Item, Material } from '../../model/item.ts';
import type { Made } from '../../model/sheet.ts';
import { packageView } from '../../publishing/packages.ts';
import { isRefusal, refuse } from '../../rule.ts';
import type { GuidePhone, ItemPage } from '../../views/itempage.ts';
import type { Gather } from '../gathered.ts';
import { gatherGuide } from '../guide.ts';

/** A material as it stands on paper, where a form cannot be downloaded. */
export type PaperMaterial = Pick<
  Material,
  'name' | 'form' | 'count' | 'need' | 'when' | 'note' | 'source' | 'licence'
>;

/** A phone as it stands on paper. */
export type PaperPhone = Pick<GuidePhone, 'value' | 'owner'>;

/** 一件事 to take along (S24): what it holds, in order, and what is handed in for all of it. */
export interface PackageSheetData {
  name: string;
  /** Working days of the whole; null while nobody promised any. */
  days: number | null;
  items: (Pick<Item, 'name' | 'type' | 'statutoryDays' | 'promisedDays'> & { windows: number[] })[];
  /** `items`: places in the list of items, from 1, of those that ask for it. */
  materials: { material: PaperMaterial; items: number[] }[];
  windows: ItemPage['windows'];
  consult: PaperPhone[];
  complain: PaperPhone[];
  note: string[];
  /** Of its page on the phone. */
  path: string;
}

/** Refuses `record.missing` for a package that the public does not see (U23). */
export const gatherPackage: Gather<'package', PackageSheetData> = (records, { package: id }, standard) => {
  const body = records.get('package', id);
  const view = body && packageView(records, body);
  if (!view || view.items.length < 2) return refuse('record.missing');
  const guides = view.items.flatMap((item) => {
    const guide = gatherGuide(records, { is: 'guide', item: item.id }, standard);
    return isRefusal(guide) ? [] : [guide];
  });
  const placesOf = (names: readonly string[]): number[] =>
    view.items.flatMap(({ body: { name } }, at) => (names.includes(name) ? [at + 1] : []));
  const made: Made[] = [{ kind: 'package', id, rev: records.rev('package', id) }];
  return {
    title: view.name,
    data: {
      name: view.name,
      days: view.days,
      items: guides.map(({ data: { text, windows } }) => ({
        name: text.name,
        type: text.type,
        windows: windows.map(({ number }) => number),
        ...(text.statutoryDays === undefined ? {} : { statutoryDays: text.statutoryDays }),
        ...(text.promisedDays === undefined ? {} : { promisedDays: text.promisedDays }),
      })),
      materials: view.materials.map(({ material, items }) => ({
        material: onPaper(material),
        items: placesOf(items),
      })),
      windows: once(guides.flatMap(({ data }) => data.windows)).sort(
        (one, other) => one.number - other.number,
      ),
      consult: once(guides.flatMap(({ data }) => data.consult.map(phoneOf))),
      complain: once(guides.flatMap(({ data }) => data.complain.map(phoneOf))),
      note: view.note.split('\n').filter((line) => line.trim()),
      path: `/p/packages/${id}`,
    },
    made: once([...made, ...guides.flatMap((guide) => guide.made)]),
    single: true,
  };
};

function onPaper(material: Material): PaperMaterial {
  const paper: PaperMaterial & Partial<Material> = { ...material };
  delete paper.blank;
  delete paper.filled;
  delete paper.blankFile;
  delete paper.filledFile;
  return paper;
}

const phoneOf = ({ value, owner }: GuidePhone): PaperPhone => ({ value, ...(owner ? { owner } : {}) });

/** Each of those that say the same once, in the order in which they come. */
function once<T extends object>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
