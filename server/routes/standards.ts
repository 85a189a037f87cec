import Type from 'typebox';
import { Hours, PlaceKind } from '../../content/model/hall.ts';
import type { Standard } from '../../content/model/standard.ts';
import { standardOf } from '../../content/premises/standard.ts';
import { refuse } from '../../content/rule.ts';
import { Refused } from '../errors.ts';
import { errors, whoOf, type Plugin } from './parts.ts';

const StandardView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  purpose: Type.String(),
  from: Type.String(),
  effective: Type.String(),
  accent: Type.String(),
  board: Type.Object({ colour: Type.Optional(Type.String()), families: Type.Array(Type.String()) }),
  names: Type.Array(
    Type.Object({
      placeKind: PlaceKind,
      level: Type.Union([Type.Literal('town'), Type.Literal('village')]),
      label: Type.String(),
      pattern: Type.String(),
    }),
  ),
  endings: Type.Record(Type.String(), Type.Array(Type.String())),
  hours: Hours,
  prompts: Type.Array(
    Type.Object({
      when: Type.Union([Type.Literal('called'), Type.Literal('serving'), Type.Literal('finished')]),
      text: Type.String(),
    }),
  ),
});

/** Every part of a standard; its shape is content/model/standard.ts, checked when it was loaded. */
const WholeStandard = Type.Unsafe<Standard>(
  Type.Object({ id: Type.String() }, { additionalProperties: true }),
);

/** The weekly hours that a standard proposes; the loader sees to it that there are some. */
function proposed(hours: Standard['hours']): Hours {
  const { weekdays = [1, 2, 3, 4, 5], spans = [] } = hours[0] ?? {};
  return { weekdays, spans };
}

/** As much of a standard as set-up, the hall's name and the caller's page need. */
function viewOf({ id, title, purpose, from, effective, accent, ...parts }: Standard) {
  const { colour, families = [] } = parts.faces.find(({ key }) => key === 'name') ?? {};
  return {
    id,
    title,
    purpose,
    from,
    effective,
    accent,
    board: { ...(colour ? { colour } : {}), families },
    names: parts.names.map(({ placeKind, level, label, pattern }) => ({ placeKind, level, label, pattern })),
    endings: parts.endings,
    hours: proposed(parts.hours),
    prompts: parts.prompts
      .filter(({ force }) => force !== 'advice')
      .map(({ when, text }) => ({ when, text })),
  };
}

/**
 * GET /api/standards: what the set-up page composes names from; open until set-up, then for those signed in;
 * the hall's own with its changes.
 * GET /api/standards/ID: the whole standard with all that it inherits, for those signed in; the hall's own
 * changes are a record and laid over it by whoever reads.
 */
export const standardRoutes: Plugin =
  ({ access, hall, standards }) =>
  async (app) => {
    app.get(
      '/api/standards',
      { schema: { response: { 200: Type.Array(StandardView), ...errors } } },
      async (request) => {
        if (access.ready) whoOf(request);
        const own = standardOf(hall.records, { standard: (id) => standards.get(id) });
        return [...standards.values()].map((one) => viewOf(one.id === own?.id ? own : one));
      },
    );

    app.get(
      '/api/standards/:id',
      {
        schema: {
          params: Type.Object({ id: Type.String({ maxLength: 40 }) }),
          response: { 200: WholeStandard, ...errors },
        },
      },
      async (request) => {
        whoOf(request);
        const { id } = request.params;
        const standard = standards.get(id);
        if (!standard) throw new Refused(refuse('standard.unknown', { standard: id }));
        return standard;
      },
    );
  };
