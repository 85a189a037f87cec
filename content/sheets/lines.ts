import type { SheetNow } from './kinds.ts';
import { linesOfDocument } from './documents/lines.ts';
import { linesOfSign } from './signs/lines.ts';

/** What a sheet says as plain lines for a phone; none where the phone has a page of its own for it. */
export function linesOf(now: SheetNow): string[] {
  switch (now.is) {
    case 'rule':
      return now.data.blocks.map(({ number, text }) => number + text);
    case 'pledges': {
      const { slogan, pledges } = now.data;
      return [...(slogan?.lines ?? []), ...pledges.flatMap(({ title, lines }) => [title, ...lines])];
    }
    case 'contacts':
      return [
        ...now.data.contacts.map(({ label, value, owner }) =>
          [label, value, owner].filter(Boolean).join('　'),
        ),
        now.data.hours,
      ];
    case 'guide':
    case 'notice':
    case 'package':
    case 'flow':
      return [];
    case 'form':
    case 'booklet':
    case 'items':
    case 'staff':
    case 'rules':
      return linesOfDocument(now);
    default:
      return linesOfSign(now);
  }
}
