import { render } from 'svelte/server';
import { phoneNoticeMessages } from '../content/messages/phone-notices.ts';
import type { Medium } from '../content/model/medium.ts';
import type { Notice, NoticeBlock } from '../content/model/notice.ts';
import type { PhoneHall } from './faces.ts';
import { loadComponent } from './loader.ts';
import { wrapPhone } from './phone.ts';

/** A notice as it stands now; `left`: working days left of a 公示. */
export interface NoticeSeen {
  id: string;
  notice: Notice;
  left: number | null;
}

export interface PhoneNotices extends PhoneHall {
  notices: NoticeSeen[];
}

export interface PhoneNotice extends PhoneHall {
  seen: NoticeSeen;
  blocks: readonly NoticeBlock[];
  /** Pictures by the medium's id. */
  media: Record<string, Pick<Medium, 'upload' | 'alt'>>;
  files: Pick<Medium, 'name' | 'upload' | 'size'>[];
  /** Where one objects to a 公示. */
  objections: string;
}

/** The notices that are shown now, urgent ones first. No script, no inline style. */
export function renderPhoneNotices(page: PhoneNotices): string {
  const component = loadComponent<{ page: PhoneNotices }>('./pages/NoticesPage.svelte');
  const title = `${phoneNoticeMessages['notices.title'][0]} · ${page.hall.name}`;
  return wrapPhone(title, page, render(component, { props: { page } }).body);
}

/** One notice with its tables, pictures and files. */
export function renderPhoneNotice(page: PhoneNotice): string {
  const component = loadComponent<{ page: PhoneNotice }>('./pages/NoticePage.svelte');
  return wrapPhone(
    `${page.seen.notice.title} · ${page.hall.name}`,
    page,
    render(component, { props: { page } }).body,
  );
}
