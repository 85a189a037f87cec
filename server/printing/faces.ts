import { facesOf } from '../../content/sheets/fonts/fonts.ts';
import type { Standard } from '../../content/model/standard.ts';
import type { Records } from '../../content/records.ts';
import type { SheetDress } from '../../templates/index.ts';
import type { FontShelf } from '../uploads/fontshelf.ts';

/** The font that a sheet is set in, if the hall has it (FT5). One whose file is not there is stood in for. */
export async function readFace(
  records: Records,
  standard: Standard | undefined,
  is: string,
  fonts: Pick<FontShelf, 'read'>,
): Promise<Pick<SheetDress, 'face'>> {
  const face = facesOf(records, standard).find(({ key }) => key === is);
  const bytes = face?.font ? await fonts.read(face.font) : undefined;
  return face?.font && bytes ? { face: { wanted: face.wanted, digest: face.font, bytes } } : {};
}

/** Faces that ours stand in for on a sheet. */
export function standInsOf(
  records: Records,
  standard: Standard | undefined,
  is: string,
): { wanted: string; used: string }[] {
  return facesOf(records, standard)
    .filter(({ key, font }) => key === is && font === null)
    .map(({ wanted, standIn }) => ({ wanted, used: standIn }));
}
