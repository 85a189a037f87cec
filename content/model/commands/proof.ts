import Type from 'typebox';
import { Day, Id, Moment, Strict } from '../base.ts';
import { Certificate, Show, Showing } from '../showing.ts';
import { command } from './command.ts';

/** Proof of showing: content/proof/proof.md. All by the hub, out of what screens handed in. */
export const proof = {
  /** Seals a day of the log, or seals it anew after screens handed in more of it. */
  'showing:keep': command(
    Type.Object({ day: Day, ...Type.Pick(Showing, ['chain', 'lines', 'screens']).properties }, Strict),
    'internal',
  ),
  /** Lets go of days that are past their time. */
  'showing:sweep': command(Type.Object({}, Strict), 'internal'),
  'certificate:keep': command(Certificate, 'internal'),
  /** A screen began to show something else than is planned, or shows it again. */
  'screen:astray': command(
    Type.Object({ id: Id, since: Moment, back: Type.Union([Moment, Type.Null()]), shown: Show }, Strict),
    'internal',
  ),
} as const;
