import { speaker } from '../../content/messages/catalogue.ts';
import { reportEntries } from '../../content/messages/control-reports.ts';

export const say = speaker(reportEntries, 'zh-CN');
