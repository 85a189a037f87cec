import type { Asked } from '../content/checks/asked.ts';
import type { Reply } from '../content/protocol.ts';
import { postSuffix } from '../content/views/casewords.ts';

/** As much of a session as it takes. */
interface Here {
  hub: object;
  panel?: { http?: { asked?: () => Promise<Reply<Partial<Asked>>> } };
}

/** What the hall's standard calls an A or B post (Y14): 岗 until the hub has said it. */
class PostWord {
  word = $state(postSuffix(null));

  constructor({ panel }: Here) {
    void panel?.http?.asked?.().then((reply) => {
      if (reply.ok) this.word = postSuffix(reply.value);
    });
  }
}

const known = new WeakMap<object, PostWord>();

/** 岗 or 角: A{post}, B{post}. One question for all pages of a session. */
export function postWord(session: Here): string {
  let own = known.get(session.hub);
  if (!own) known.set(session.hub, (own = new PostWord(session)));
  return own.word;
}
