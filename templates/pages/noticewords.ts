import { speaker } from '../../content/messages/catalogue.ts';
import { phoneNoticeMessages } from '../../content/messages/phone-notices.ts';

export const sayNotice = speaker(phoneNoticeMessages, 'zh-CN');
