import { readFileSync } from 'node:fs';

/** A file of styles by its path from this folder. */
export function readStyles(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

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
