import { printMessages } from '../../content/messages/print.ts';
import { speaker } from '../../content/messages/catalogue.ts';

export const say = speaker(printMessages, 'zh-CN');
/** The second line of a public sign. */
export const sayEnglish = speaker(printMessages, 'en');

/** What stands at the foot of a sheet: the hall, and by what the sheet is known. */
export interface SheetFoot {
  hall: string;
  marks: string[];
}

/** @param revision of the record that the sheet is about; null for sheets of many records */
export function footOf(
  hall: string,
  {
    code,
    revision,
    printedOn,
    once,
  }: { code: string | null; revision: number | null; printedOn: string; once?: boolean },
): SheetFoot {
  if (once)
    return {
      hall,
      marks: [
        ...(code === null ? [] : [say('sheet.code', { code })]),
        say('sheet.once', { day: printedOn }),
        ...(code === null ? [] : [say('sheet.certificate.scan')]),
      ],
    };
  return {
    hall,
    marks: [
      code === null ? say('sheet.preview') : say('sheet.code', { code }),
      ...(revision === null ? [] : [say('sheet.revision', { revision })]),
      say('sheet.printed', { day: printedOn }),
      say('sheet.scan'),
    ],
  };
}
