import Type from 'typebox';
import { standardOf } from '../../content/premises/standard.ts';
import { errors, whoOf, type Plugin } from './parts.ts';

const List = Type.Array(Type.Unknown());

/** Lists of the hall's standard that checks and the score read (content/checks/asked.ts). */
const Asked = Type.Object({
  banned: List,
  taboo: List,
  disclosures: List,
  categories: List,
  institutions: List,
  checklist: List,
  extras: List,
  score: List,
  windows: List,
  pledges: List,
  names: List,
  areas: List,
  reviews: List,
  words: List,
  slips: List,
  caseTypes: List,
});
const parts = Object.keys(Asked.properties) as (keyof typeof Asked.properties)[];

/** GET /api/checks/asked: what the hall's standard, with the hall's own changes, asks; empty before set-up. */
export const checkRoutes: Plugin =
  ({ access, hall, standards }) =>
  async (app) => {
    app.get(
      '/api/checks/asked',
      { schema: { response: { 200: Type.Partial(Asked), ...errors } } },
      async (request) => {
        if (access.ready) whoOf(request);
        const standard = standardOf(hall.records, { standard: (id) => standards.get(id) });
        return standard ? Object.fromEntries(parts.map((part) => [part, standard[part]])) : {};
      },
    );
  };
