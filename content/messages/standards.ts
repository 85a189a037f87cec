import type { Entries } from './catalogue.ts';

/** What is wrong with the file of a standard; read by whoever adapts one to a region. */
export const standardEntries = {
  'standard.at': ['{file} 第 {line} 行：{what}', '{file} line {line}: {what}'],
  'standard.syntax': ['YAML 写法有误（{detail}）', 'bad YAML ({detail})'],
  'standard.missing': ['缺少 {path}', '{path} is missing'],
  'standard.extra': ['{path} 是多余的', '{path} is not expected'],
  'standard.wrong': ['{path} 不符合要求（{detail}）', '{path} does not fit ({detail})'],
  'standard.choice': ['{path} 只能是：{choices}', '{path} must be one of {choices}'],
  'standard.no-file': ['文件夹里没有这个文件', 'the folder has no such file'],
  'standard.no-map': ['文件应由“名称: 内容”组成', 'the file should be made of names and their content'],
  'standard.part-twice': [
    '{path} 在另一个文件里已经写过，一个部分只写在一个文件里',
    '{path} stands in another file already; a part belongs in one file',
  ],
  'standard.chain-unknown': ['没有标准“{value}”可供继承', 'there is no standard {value} to extend'],
  'standard.chain-circle': ['继承关系绕成了圈，又回到“{value}”', 'what it extends leads back to {value}'],
  'standard.locked': [
    '{path}：“{value}”由标准“{by}”锁定，下级不能改',
    '{path}: {value} is locked by the standard {by} and may not be changed here',
  ],
  'standard.drop': [
    '{path}：上级标准里没有可以去掉的“{value}”',
    '{path}: the standards above have no {value} that may be dropped',
  ],
  'standard.folder': [
    'id 是“{id}”，应与文件夹名“{folder}”相同',
    'the id is {id} and should be that of its folder, {folder}',
  ],
  'standard.part-unknown': [
    '{path} 里没有 {part} 这个部分，可用 {known}',
    '{path} names the part {part}; there are {known}',
  ],
  'standard.part-none': [
    '{path} 没有地名部分，可用 {known}',
    '{path} names no part of a place; there are {known}',
  ],
  'standard.ending-unknown': [
    '{path} 的键不对，应为地名部分（如 town）或级别加部分（如 street.town）',
    '{path} should be a part such as town, or a kind of place and a part such as street.town',
  ],
  'standard.twice': ['{path} 与前面重复：{value}', '{path} repeats {value}'],
  'standard.service-unknown': [
    '{path}：同级没有业务“{value}”',
    '{path}: there is no service {value} on this level',
  ],
  'standard.no-windows': ['{path}：这一级没有窗口', '{path}: this level has no windows'],
  'standard.hours': [
    '{path} 的时段有误：要先开始后结束，不能重叠',
    '{path}: spans must end after they start and not overlap',
  ],
  'standard.no-complaint': [
    'contacts 里缺少投诉电话（complain）',
    'contacts lack the complaint phone (complain)',
  ],
  'standard.rule-empty': ['{path} 没有条文', '{path} has no articles'],
} as const satisfies Entries;
