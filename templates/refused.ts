import type { Refusal } from '../content/rule.ts';
import { wordRefusal, type RefusalCode, type RefusalParams } from '../content/refusals.ts';

/** What templates and printer throw when they refuse; `isRefusal` of content/rule.ts knows it by `refused`. */
export class PrintRefusal extends Error implements Refusal {
  readonly refused: RefusalCode;
  readonly params: RefusalParams;

  constructor(refused: RefusalCode, params: RefusalParams = {}, cause?: unknown) {
    super(wordRefusal(refused, params, 'en'), { cause });
    this.name = 'PrintRefusal';
    this.refused = refused;
    this.params = params;
  }
}
