import { strToU8, zipSync } from 'fflate';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A DOCX with this body; `numbering` and `styles` hold their lists. */
export function makeDocx(body: string, parts: { numbering?: string; styles?: string } = {}): Uint8Array {
  const xml = (root: string, inner: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${word}>${inner}</w:${root}>`);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': xml('document', `<w:body>${body}</w:body>`),
    ...(parts.numbering ? { 'word/numbering.xml': xml('numbering', parts.numbering) } : {}),
    ...(parts.styles ? { 'word/styles.xml': xml('styles', parts.styles) } : {}),
  });
}

/** A word on a page of 595 by 842 points, `x` from the left and `y` from the bottom. */
export interface Placed {
  x: number;
  y: number;
  text: string;
}

const codes = (text: string) =>
  [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

/** A PDF with text, 12 points high, whose font names its characters as Unicode. */
export function makePdf(pages: readonly (readonly Placed[])[], filler = 0): Uint8Array {
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n' +
    '1 begincodespacerange <0000> <ffff> endcodespacerange\n' +
    `${256} beginbfrange\n${Array.from({ length: 256 }, (_, i) => {
      const high = i.toString(16).padStart(2, '0');
      return `<${high}00> <${high}ff> <${high}00>`;
    }).join('\n')}\nendbfrange endcmap end end`;
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const kids = pages.map((_, i) => `${6 + i * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(map),
    ...pages.flatMap((page, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + i * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      stream(page.map(({ x, y, text }) => `BT /F 12 Tf ${x} ${y} Td <${codes(text)}> Tj ET`).join('\n')),
    ]),
    ...(filler > 0 ? [stream('x'.repeat(filler))] : []),
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const at = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

/** Lines one under the other from the top of a page. */
export function linesAt(x: number, lines: readonly string[], top = 780): Placed[] {
  return lines.map((text, i) => ({ x, y: top - i * 20, text }));
}
