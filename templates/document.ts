import { readFileSync } from 'node:fs';

const read = new Map<string, string>();

/** A file of styles by its path from this folder; read once. */
export function readStyles(path: string): string {
  const known = read.get(path) ?? readFileSync(new URL(path, import.meta.url), 'utf8');
  read.set(path, known);
  return known;
}

/**
 * Allows what a document for print itself holds and nothing else. The text is the same for every sheet: the printer
 * gives it to a page once, where policies of documents would add up.
 */
export const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}

/** One whole page. `title` is plain text, `head` and `body` are markup. */
export function wrapDocument(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${head}
<title>${escapeHtml(title)}</title>
</head>
<body>
${body}
</body>
</html>
`;
}
