import Type from 'typebox';
import { Hours, PlaceKind } from '../../content/model/hall.ts';
import type { Standard } from '../../content/model/standard.ts';
import { errors, whoOf, type Plugin } from './parts.ts';

const StandardView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  purpose: Type.String(),
  from: Type.String(),
  effective: Type.String(),
  accent: Type.String(),
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

/** The weekly hours that a standard proposes; the loader sees to it that there are some. */
function proposed(hours: Standard['hours']): Hours {
  const { weekdays = [1, 2, 3, 4, 5], spans = [] } = hours[0] ?? {};
  return { weekdays, spans };
}

/** GET /api/standards: what the set-up page composes names from. Open until set-up, then for those signed in. */
export const standardRoutes: Plugin =
  ({ access, standards }) =>
  async (app) => {
    app.get(
      '/api/standards',
      { schema: { response: { 200: Type.Array(StandardView), ...errors } } },
      async (request) => {
        if (access.ready) whoOf(request);
        return [...standards.values()].map(
          ({ id, title, from, effective, accent, names, endings, hours, prompts, purpose }) => ({
            id,
            title,
            purpose,
            from,
            effective,
            accent,
            names: names.map(({ placeKind, level, label, pattern }) => ({
              placeKind,
              level,
              label,
              pattern,
            })),
            endings,
            hours: proposed(hours),
            prompts: (prompts ?? []).map(({ when, text }) => ({ when, text })),
          }),
        );
      },
    );
  };
