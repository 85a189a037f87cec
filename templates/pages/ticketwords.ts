import { speaker } from '../../content/messages/catalogue.ts';
import { phoneMessages } from '../../content/messages/phone.ts';
import type { Minutes, PageState, TicketPage } from '../../content/views/ticketpage.ts';

export const say = speaker(phoneMessages, 'zh-CN');

/** With so many before it a ticket is soon due (M8). */
const SOON = 2;

/** A ticket's state in words. The page is made from these, and each change is sent as these. */
export interface TicketWords {
  tone: 'waiting' | 'soon' | 'called' | 'serving' | 'missed' | 'over';
  /** Title of the document. */
  title: string;
  headline: string;
  detail: string;
  hint: string;
  /** When this changes to something, the phone rings; empty when it should not. */
  ring: string;
  leave: boolean;
  rate: boolean;
  again: boolean;
  /** Whether the page is still to be kept open: not once the ticket is over. */
  keep: boolean;
}

export function wordTicket({ number, state }: TicketPage): TicketWords {
  const words = wordState(state);
  return { title: say('ticket.title', { number, headline: words.headline }), ...words };
}

type Words = Omit<TicketWords, 'title'>;

const plain = { detail: '', hint: '', ring: '', leave: false, rate: false, again: false, keep: true };

function wordState(state: PageState): Words {
  switch (state.is) {
    case 'waiting':
      return wordWaiting(state);
    case 'called': {
      const { window, count } = state;
      return {
        ...plain,
        tone: 'called',
        headline: say('ticket.called', { window: window.number }),
        detail: [window.name, count > 1 ? say('ticket.recalled', { count }) : ''].filter(Boolean).join(' · '),
        hint: say('ticket.called.hint'),
        ring: `called-${window.number}-${count}`,
      };
    }
    case 'serving': {
      const detail = state.window ? say('ticket.at', { window: state.window.number }) : '';
      return { ...plain, tone: 'serving', headline: say('ticket.serving'), detail };
    }
    case 'passed':
    case 'held': {
      const hint = state.window
        ? say(`ticket.${state.is}.hint`, { window: state.window.number })
        : say(`ticket.${state.is}.desk`);
      const tone = state.is === 'passed' ? 'missed' : 'waiting';
      return { ...plain, tone, headline: say(`ticket.${state.is}`), hint, leave: true };
    }
    case 'finished':
      return {
        ...plain,
        tone: 'over',
        headline: say('ticket.finished'),
        hint: say(state.rated ? 'ticket.rated.hint' : 'ticket.finished.hint'),
        rate: !state.rated,
        keep: false,
      };
    case 'dropped':
    case 'cancelled':
      return {
        ...plain,
        tone: 'over',
        headline: say(`ticket.${state.is}`),
        hint: say(`ticket.${state.is}.hint`),
        again: true,
        keep: false,
      };
  }
}

function wordWaiting({ ahead, minutes, passed }: Extract<PageState, { is: 'waiting' }>): Words {
  const soon = ahead <= SOON;
  const before = say('ticket.ahead', { count: ahead });
  const headline = !soon
    ? say('ticket.waiting')
    : ahead === 0
      ? say('ticket.next')
      : say('ticket.soon', { count: ahead });
  const wait = minutes ? wordMinutes(minutes) : '';
  const detail = soon ? wait : wait ? say('ticket.join', { ahead: before, wait }) : before;
  return {
    ...plain,
    tone: soon ? 'soon' : 'waiting',
    headline,
    detail,
    hint: say(passed ? 'ticket.back.hint' : soon ? 'ticket.soon.hint' : 'ticket.waiting.hint'),
    ring: soon ? 'soon' : '',
    leave: true,
  };
}

/** 约 10–20 分钟. */
export function wordMinutes({ from, to }: Minutes): string {
  return from === 0 ? say('wait.within', { to }) : say('wait.minutes', { from, to });
}
