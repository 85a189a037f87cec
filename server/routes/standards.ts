import Type from 'typebox';
import { Hours, PlaceKind } from '../../content/model/hall.ts';
import { errors, whoOf, type Plugin } from './parts.ts';

const StandardView = Type.Object({
  id: Type.String(),
  title: Type.String(),
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
          ({ id, title, from, effective, accent, names, endings, hours: { weekdays, spans }, prompts }) => ({
            id,
            title,
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
            hours: { weekdays, spans },
            prompts: (prompts ?? []).map(({ when, text }) => ({ when, text })),
          }),
        );
      },
    );
  };
