import Type from 'typebox';
import { Role, SignInName } from '../account.ts';
import { Day, Id, Label, Moment, Strict } from '../base.ts';
import { Hours, Place, PlaceKind } from '../hall.ts';
import { Means } from '../pace.ts';
import { Screen } from '../screen.ts';
import { Sheet, SheetLayout, SheetOf } from '../sheet.ts';
import { StartKeys } from '../startkeys.ts';
import { command, MaybeId, One, Seen } from './command.ts';

/** Given by the hub itself, which checks, hashes or makes something first; unknown to the wire. */
export const internal = {
  'hall:setup': command(
    Type.Object(
      {
        standard: Type.String(),
        placeKind: PlaceKind,
        place: Place,
        hours: Hours,
        complaint: Type.String(),
        consult: Type.Optional(Type.String()),
        admin: Type.Object({ name: SignInName, displayName: Label, password: Type.String() }, Strict),
      },
      Strict,
    ),
    'internal',
  ),
  'account:save': command(
    Type.Object(
      {
        ...MaybeId,
        ...Seen,
        name: SignInName,
        displayName: Label,
        roles: Type.Array(Role, { minItems: 1, maxItems: 5, uniqueItems: true }),
        /** Already hashed; absent keeps the old one. */
        password: Type.Optional(Type.String()),
        disabled: Type.Boolean(),
        /** Absent keeps what was. */
        interrupts: Type.Optional(Type.Boolean()),
      },
      Strict,
    ),
    'internal',
  ),
  'account:lock': command(Type.Object({ id: Id, until: Moment }, Strict), 'internal'),
  'session:open': command(Type.Object({ id: Id, account: Id, expiresAt: Moment }, Strict), 'internal'),
  'session:close': command(One, 'internal'),
  'screen:pair': command(
    Type.Object({ ...Type.Omit(Screen, ['pageless', 'pairedBy', 'pairedAt']).properties }, Strict),
    'internal',
  ),
  'screen:key': command(Type.Object({ id: Id, hash: StartKeys.properties.hashes.items }, Strict), 'internal'),
  'look:keep': command(Type.Object({}, Strict), 'internal'),
  'pace:learn': command(Type.Object({ day: Day, services: Means }, Strict), 'internal'),
  'sheet:print': command(
    Type.Object(
      {
        of: SheetOf,
        ...SheetLayout.properties,
        place: Sheet.properties.place,
        /** The code that was printed on it; absent, the rule makes one. */
        code: Type.Optional(Id),
        /** Fingerprint of what was rendered. */
        hash: Type.String(),
      },
      Strict,
    ),
    'internal',
  ),
  /** A printer of the hall brought it out; `printer` is its name. */
  'sheet:output': command(
    Type.Object({ code: Id, printer: Label, copies: Type.Integer({ minimum: 1 }) }, Strict),
    'internal',
  ),
} as const;
