import type { Entries } from './catalogue.ts';

/** Words of the importer: its warnings, and what `npm run import` prints. */
export const importEntries = {
  'import.warning.annex-not-listed': [
    '{annex}《{title}》在正文后的附件清单里没有，但文件里有全文，请核对是否一并采用。',
    '{annex} “{title}” is not in the list of annexes, but the file has its text; check whether it belongs.',
  ],
  'import.warning.annex-missing': [
    '附件清单里有{annex}《{title}》，文件里却没有它的内容，请核对文件是否完整。',
    'The list names {annex} “{title}”, but the file has no such annex; check that the file is complete.',
  ],
  'import.warning.annex-title': [
    '{annex}的题目与附件清单不一致：清单为“{listed}”，附件为“{title}”。',
    'The title of {annex} differs: the list has “{listed}”, the annex “{title}”.',
  ],
  'import.warning.articles-skip': [
    '《{title}》的条款序号不连续：“{before}”之后是“{after}”，请与原件核对。',
    'The numbering of “{title}” does not run on: “{before}” is followed by “{after}”; compare the original.',
  ],
  'import.warning.articles-start': [
    '《{title}》的条款序号从“{after}”开始，前面可能有缺漏，请与原件核对。',
    'The numbering of “{title}” starts with “{after}”; something may be missing. Compare the original.',
  ],
  'import.warning.columns': [
    '文件有 {count} 页分栏排版，已按从左到右逐栏读取，请与原件核对先后次序。',
    '{count} pages are set in columns and were read column by column; compare their order with the original.',
  ],
  'import.warning.joined-lines': [
    '有 {count} 处被换行断开的句子已接上（涉及 {rules} 份），请与原文核对。',
    '{count} sentences broken over lines were joined (in {rules} rules); compare the original.',
  ],
  'import.warning.page-lines': [
    '页码、页眉等 {count} 行（如“{example}”）不是正文，未列入。',
    '{count} lines of page numbers and running heads (such as {example}) are left out.',
  ],
  'import.warning.title-twice': [
    '文件里有两份《{title}》，后一份暂题为《{as}》，请改题目。',
    'The file has two rules “{title}”; the second is called “{as}” for now. Please give it a title.',
  ],
  'import.warning.empty-rule': [
    '{annex}《{title}》只有题目没有内容，未列入。',
    '{annex} “{title}” has a title but no text and is left out.',
  ],
  'import.warning.placeholder': [
    '《{title}》有 {count} 处“XX”留空（如“{example}”），会原样上墙。请先在文件里填成本中心的内容，再导入。',
    '“{title}” leaves {count} places as XX (such as {example}), which would hang on the wall as they are. Fill them in in the file first.',
  ],
  'import.warning.table-lines': [
    '《{title}》含有表格（{count} 行），只能按文字行保留，请看过版面再采用。',
    '“{title}” has a table of {count} lines, kept as lines of text only; look at its layout first.',
  ],
  'import.warning.too-long': [
    '{annex}《{title}》有 {count} 段，超过一份制度的上限 {limit} 段，未列入。',
    '{annex} “{title}” has {count} paragraphs, more than the {limit} that a rule takes; it is left out.',
  ],
  // npm run import
  'cli.usage': [
    '用法：npm run import -- 文件 [--take 制度名|all] [--data 文件夹] [--lang zh|en]',
    'Usage: npm run import -- FILE [--take TITLE|all] [--data DIR] [--lang zh|en]',
  ],
  'cli.option-unknown': [
    '没有“{option}”这个选项。可用：--take 制度名|all、--data 文件夹、--lang zh|en',
    'There is no option {option}. There are: --take TITLE|all, --data DIR, --lang zh|en',
  ],
  'cli.option-value': ['选项 {option} 后面缺少内容。', 'The option {option} needs a value.'],
  'cli.file-many': ['一次只能导入一个文件，多出了“{file}”。', 'One file at a time; {file} is one too many.'],
  'cli.file-missing': ['找不到文件“{file}”，请核对路径。', 'There is no file {file}; check the path.'],
  'cli.file-folder': ['“{file}”是文件夹，请指定其中的文件。', '{file} is a folder; name a file inside it.'],
  'cli.file-unreadable': ['文件“{file}”读不出来（{why}）。', 'The file {file} cannot be read ({why}).'],
  'cli.failed': ['导入没有完成：{why}', 'The import was not completed: {why}'],
  'cli.notice': ['文件：《{title}》', 'Notice: {title}'],
  'cli.from': ['发文：{from}', 'From: {from}'],
  'cli.head.number': ['序号', 'No.'],
  'cli.head.annex': ['附件', 'Annex'],
  'cli.head.title': ['题目', 'Title'],
  'cli.head.articles': ['条', 'Articles'],
  'cli.head.paragraphs': ['段', 'Paragraphs'],
  'cli.head.state': ['本中心', 'In the hall'],
  'cli.state.none': ['未采用', 'not taken over'],
  'cli.state.same': ['已采用，文字相同', 'taken over, same words'],
  'cli.state.different': ['已有同名制度，采用后替换', 'same title in other words; will be replaced'],
  'cli.warnings': ['请留意：', 'Please note:'],
  'cli.warning': ['  · {text}', '  · {text}'],
  'cli.how': [
    '要采用，请加 --take：npm run import -- {file} --take {title}（全部用 --take all）',
    'To take rules over, add --take: npm run import -- {file} --take {title} (or --take all)',
  ],
  'cli.ask': [
    '采用哪几份？请输入序号（如 1,3-5），全部输入 all，不采用直接回车：',
    'Which ones? Numbers such as 1,3-5, or all; Enter takes none: ',
  ],
  'cli.ask-again': [
    '没看懂“{answer}”，请输入 1 到 {count} 的序号。',
    '{answer} is not clear; use numbers from 1 to {count}.',
  ],
  'cli.taken-none': ['没有采用，内容未变。', 'Nothing was taken over.'],
  'cli.taken': ['已采用 {count} 份：{titles}', 'Taken over, {count}: {titles}'],
  'cli.taken-same': [
    '这些制度已按同一文字采用，没有变化。',
    'They are taken over in the same words already; nothing changed.',
  ],
  'cli.bundle': [
    '整体导出文件，来自：{hall}。共 {all} 条，其中 {count} 条与本中心不同：',
    'Export of a hall: {hall}. {all} records, {count} of them differ from this hall:',
  ],
  'cli.bundle-new': ['  新增　{title}（{kind}）', '  new      {title} ({kind})'],
  'cli.bundle-changed': ['  替换　{title}（{kind}）', '  replaces {title} ({kind})'],
  'cli.bundle-draft': ['→ 稿件，待审核', '→ draft, to be reviewed'],
  'cli.bundle-waits': ['→ 已有稿件，不导入', '→ has a draft already, left out'],
  'cli.bundle-review': [
    '本中心先审后发：其中 {drafts} 条将成为稿件，审核通过后才公开；{live} 条直接导入。',
    'This hall reviews first: {drafts} become drafts and are public once reviewed; {live} are taken over at once.',
  ],
  'cli.bundle-waiting': [
    '有 {count} 条在本中心已有没发布的稿件，不导入。请先在控制台“审核”页发布或丢弃那些稿件。',
    '{count} have a draft here that is not released, and are left out; release or discard those drafts first.',
  ],
  'cli.bundle-how': [
    '要全部导入，请加 --take all；要挑选，请在控制台“导入公文”页操作。',
    'To take all of it over, add --take all; to choose, use the import page of the panel.',
  ],
  'cli.bundle-taken': ['已导入 {count} 条。', '{count} records taken over.'],
  'cli.bundle-drafts': [
    '其中 {count} 条是稿件：请在控制台“全部内容”或“审核”页提交，审核通过后发布。',
    '{count} of them are drafts: submit them in the panel; they are public once reviewed and released.',
  ],
  'cli.list': ['、', ', '],
} as const satisfies Entries;
