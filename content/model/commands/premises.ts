import Type from 'typebox';
import { Id, Label, Strict } from '../base.ts';
import { Calendar } from '../calendar.ts';
import { Hours, Place, PlaceKind } from '../hall.ts';
import { Screen } from '../screen.ts';
import { Service, Window } from '../window.ts';
import { command, MaybeId, One, Seen } from './command.ts';

/** The hall, its windows, services and screens: content/premises/premises.md. */
export const premises = {
  'window:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Type.Pick(Window, ['number', 'name', 'business', 'services', 'backup', 'place', 'posts'])
          .properties,
        /** 党员服务岗; absent: as it was. */
        party: Type.Optional(Type.Boolean()),
      },
      Strict,
    ),
    ['admin'],
  ),
  'window:remove': command(One, ['admin']),
  'service:save': command(
    // An empty group, set of limits or list of ways in takes away what was there; an absent one leaves it.
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        ...Service.properties,
        group: Type.Optional(Type.Union([Label, Type.Literal('')])),
      },
      Strict,
    ),
    ['admin'],
  ),
  'service:remove': command(One, ['admin']),
  'hall:update': command(Type.Object({ ...Seen, placeKind: PlaceKind, place: Place, hours: Hours }, Strict), [
    'admin',
  ]),
  'hall:wording': command(
    // 叫号用语: absent or empty takes the default one back
    Type.Object({ ...Seen, wording: Type.Optional(Type.String({ maxLength: 60 })) }, Strict),
    ['admin'],
  ),
  'hall:pages': command(
    Type.Object({ ...Seen, pages: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 20 }) }, Strict),
    ['admin'],
  ),
  'calendar:save': command(Type.Object({ ...Seen, ...Calendar.properties }, Strict), ['admin']),
  'screen:save': command(
    Type.Object(
      {
        id: Id,
        ...Seen,
        ...Type.Omit(Screen, ['tokenHash', 'pageless', 'pairedBy', 'pairedAt', 'blocked']).properties,
      },
      Strict,
    ),
    ['admin'],
  ),
  'screen:add': command(
    Type.Object(Type.Pick(Screen, ['name', 'scene', 'diagonal', 'distance', 'groups']).properties, Strict),
    ['admin'],
  ),
  'screen:revoke': command(One, ['admin']),
} as const;
