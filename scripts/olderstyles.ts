import type { Declaration, Plugin, Rule } from 'postcss';

/** `revert` came with Chrome 84, as gaps between flex items did; those cannot be asked for, since grids had them before. */
const NO_FLEX_GAP = '@supports not (color: revert)';
/** Both came with Chrome 88; Svelte writes `:where()` into every scoped selector of two parts. */
const NO_WHERE = '@supports not (aspect-ratio: 1)';
const NO_MAX = '@supports not (width: max(1px, 1px))';

const linesOf = (rule: Rule): Declaration[] => rule.nodes.filter((node) => node.type === 'decl');

const valueOf = (rule: Rule, prop: string): string | undefined =>
  linesOf(rule).findLast((line) => line.prop === prop)?.value;

const isStep = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && 'name' in parent && parent.name === 'keyframes';

/** The last of the values in each `min()` and `max()`: the one that depends on the place, by custom of these sheets. */
export function lastOfEach(value: string): string {
  const found = /(?<![-\w])(?:min|max)\(/.exec(value);
  if (!found) return value;
  const begin = found.index + found[0].length;
  let [depth, from, at] = [1, begin, begin];
  for (; depth > 0 && at < value.length; at++)
    if (value[at] === '(') depth++;
    else if (value[at] === ')') depth--;
    else if (value[at] === ',' && depth === 1) from = at + 1;
  const last = value.slice(from, at - 1).trim();
  const whole = /[-+*/]\s/.test(last) && !/^[\w-]+\(/.test(last) ? `calc(${last})` : last;
  return lastOfEach(value.slice(0, found.index) + whole + value.slice(at));
}

const withoutWhere = (selector: string): string => selector.replace(/:where\(([^()]*)\)/g, '$1');

/** Words of a value, a call with its brackets being one. */
const wordsOf = (value: string): string[] =>
  value.match(/(?:[^\s()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g) ?? [];

const written = (lines: readonly Declaration[]): string =>
  lines
    .map(({ prop, value, important }) => `${prop}: ${lastOfEach(value)}${important ? ' !important' : ''}`)
    .join('; ');

/** What flex items keep from each other, as margins. */
function marginsOf(selector: string, flow: string, wraps: boolean, rows: string, columns: string): string {
  const each = (tail: string) =>
    selector
      .split(',')
      .map((one) => `${one.trim()} > ${tail}`)
      .join(', ');
  if (wraps) return `${each('*')} { margin-right: ${columns}; margin-bottom: ${rows} }`;
  const side =
    { row: 'left', 'row-reverse': 'right', column: 'top', 'column-reverse': 'bottom' }[flow] ?? 'left';
  return `${each('* + *')} { margin-${side}: ${flow.startsWith('column') ? rows : columns} }`;
}

/**
 * Adds to the display's styles what Chrome 66 needs, each behind a question that newer browsers answer with no:
 * margins for the gaps of flex boxes, and one value for `min()` and `max()`. What can be written for both is lowered
 * by the build's target.
 */
export const olderStyles: Plugin = {
  postcssPlugin: 'older-styles',
  Once(root, { parse }): void {
    const file = root.source?.input.file ?? '';
    if (!/[\\/]display[\\/]/.test(file)) return;
    const flexes = new Map<string, { flow: string; wraps: boolean }>();
    root.walkRules((rule) => {
      if (isStep(rule)) return;
      if (/flex$/.test(valueOf(rule, 'display') ?? ''))
        flexes.set(rule.selector, { flow: 'row', wraps: false });
      const flex = flexes.get(rule.selector);
      if (!flex) return;
      if (/grid$/.test(valueOf(rule, 'display') ?? '')) return void flexes.delete(rule.selector);
      const flow = valueOf(rule, 'flex-flow') ?? '';
      flex.flow = valueOf(rule, 'flex-direction') ?? /(row|column)(-reverse)?/.exec(flow)?.[0] ?? flex.flow;
      flex.wraps = /^wrap/.test(valueOf(rule, 'flex-wrap') ?? flow.replace(/.*\s/, '')) || flex.wraps;
    });
    const more: [Rule, string][] = [];
    root.walkRules((rule) => {
      // Svelte hands its styles over twice; the first time the selectors are not scoped yet.
      const scoped = rule.selector.includes('svelte-') || rule.selector.startsWith(':where(');
      if (isStep(rule) || (file.includes('.svelte') && !scoped)) return;
      const selector = withoutWhere(rule.selector);
      const plain = linesOf(rule).filter(({ value }) => lastOfEach(value) !== value);
      if (selector !== rule.selector) {
        more.push([rule, `${NO_WHERE} { ${selector} { ${written(linesOf(rule))} } }`]);
      } else if (plain.length > 0) more.push([rule, `${NO_MAX} { ${selector} { ${written(plain)} } }`]);
      const flex = flexes.get(rule.selector);
      const [rows = '', columns = rows] = wordsOf(valueOf(rule, 'gap') ?? '');
      const apart = {
        rows: valueOf(rule, 'row-gap') ?? rows,
        columns: valueOf(rule, 'column-gap') ?? columns,
      };
      if (flex && (apart.rows || apart.columns)) {
        const margins = marginsOf(selector, flex.flow, flex.wraps, apart.rows || '0', apart.columns || '0');
        more.push([rule, `${NO_FLEX_GAP} { ${margins} }`]);
      }
    });
    // Each goes right behind its rule, so the last one first.
    for (const [rule, css] of more.reverse()) rule.after(parse(css, { from: file }));
  },
};
