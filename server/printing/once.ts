import { factsOf } from '../../content/checks/facts.ts';
import { scoreOf } from '../../content/checks/score.ts';
import type { Report, ReportAsked } from '../../content/history/report.ts';
import type { OnceOf } from '../../content/model/oncesheet.ts';
import type { Actor } from '../../content/model/record.ts';
import type { Certificate } from '../../content/model/showing.ts';
import { hallOf } from '../../content/premises/hall.ts';
import { standardOf } from '../../content/premises/standard.ts';
import { isRefusal, refuse } from '../../content/rule.ts';
import { fillForm } from '../../content/sheets/forms/form.ts';
import type { SheetNow } from '../../content/sheets/kinds.ts';
import type { OnceNow } from '../../content/sheets/once/kinds.ts';
import { ledgerSheet } from '../../content/sheets/once/ledger.ts';
import { reportSheet } from '../../content/sheets/once/report.ts';
import { scorecardSheet } from '../../content/sheets/once/scorecard.ts';
import { Refused } from '../errors.ts';
import type { Parts } from '../routes/parts.ts';

/** Where the papers that are printed once get what no record holds. */
export interface OnceSources extends Pick<Parts, 'hall' | 'standards' | 'now'> {
  report(asked: ReportAsked): Promise<Report>;
  certify(notice: string, by: Actor): Promise<Certificate>;
}

/** Longer spans are told by months. */
const DAYS_SHOWN = 62;
const DAY_MS = 86_400_000;

/** What a paper says at this moment (S21). Throws what its sources refuse, `record.missing`, `setup.missing`. */
export async function gatherOnce(sources: OnceSources, of: OnceOf, by: Actor): Promise<SheetNow | OnceNow> {
  const { hall: journal, standards, now } = sources;
  const { records } = journal;
  const hall = hallOf(records)?.body.name;
  if (hall === undefined) throw new Refused(refuse('setup.missing'));
  const frame = { hall, hash: '' };
  const standard = standardOf(records, { standard: (id) => standards.get(id) });
  switch (of.is) {
    case 'form': {
      const { fill = {}, ...form } = of;
      const filled = fillForm(records, form, fill, standard);
      if (isRefusal(filled)) throw new Refused(filled);
      return { ...filled, is: 'form', ...frame };
    }
    case 'report': {
      const { from, to } = of;
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
      const time = await sources.report({ from, to, by: days > DAYS_SHOWN ? 'month' : 'day' });
      const windows = await sources.report({ from, to, by: 'window' });
      const services = await sources.report({ from, to, by: 'service' });
      return { ...reportSheet(time, windows, services), is: 'report', ...frame };
    }
    case 'ledger':
      return { ...ledgerSheet(records, of.month), is: 'ledger', ...frame };
    case 'scorecard': {
      const card = standard && scoreOf(records, factsOf(records, standard), now());
      if (!card) throw new Refused(refuse('record.missing'));
      return { ...scorecardSheet(records, card, standard), is: 'scorecard', ...frame };
    }
    case 'certificate': {
      const data = await sources.certify(of.notice, by);
      return { title: '', data, made: [], single: false, is: 'certificate', ...frame };
    }
  }
}
