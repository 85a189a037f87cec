import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

/** On which page each named part of a file begins, counted from 1: what a link inside the document leads to. */
export async function readPages(pdf: Uint8Array): Promise<Record<string, number>> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const places = new Map(file.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const names = file.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found: Record<string, number> = {};
  for (const [name, value] of names?.entries() ?? []) {
    const to = value instanceof PDFRef ? file.context.lookup(value) : value;
    const page = to instanceof PDFArray ? to.get(0) : undefined;
    const place = page instanceof PDFRef ? places.get(page.toString()) : undefined;
    if (place !== undefined) found[name.decodeText()] = place;
  }
  return found;
}

/** Runs inside the page: puts the numbers where the contents ask for them. */
export function fillContents(pages: Record<string, number>): void {
  for (const one of document.querySelectorAll<HTMLElement>('[data-page]'))
    one.textContent = String(pages[one.dataset.page ?? ''] ?? '');
}
