import { longestOf } from './order.ts';
import type { Sentence } from './sentence.ts';

const words = ['一', '二', '三', '，', '一', '二', '三'];
const sentence: Sentence = { text: words.join(' ').replace(' ， ', '，'), clips: words };

/** What a screen says when it is tested: counting, which sends nobody to a window, and which every voice can (V24). */
export const TEST = { ...sentence, longest: longestOf(sentence) };
