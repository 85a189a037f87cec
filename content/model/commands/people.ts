import Type from 'typebox';
import { Area, Plan } from '../area.ts';
import { Day, Id, Strict } from '../base.ts';
import { Month, Roster } from '../roster.ts';
import { Staff, StaffText } from '../staff.ts';
import { command, MaybeId, One, Seen } from './command.ts';

/** `agreed`: the day on which the person agreed to the photo. Absent: as it was recorded before. */
const Wording = { ...StaffText.properties, agreed: Type.Optional(Day) };
const Ids = Type.Array(Id, { minItems: 1, maxItems: 1000, uniqueItems: true });

/** People on show, who is on duty, areas and plans: content/people/staff.md, content/premises/premises.md. */
export const people = {
  'staff:save': command(Type.Object({ ...MaybeId, ...Seen, ...Wording }, Strict), ['editor', 'admin']),
  /** Many at once, all or none: an import. */
  'staff:put': command(
    Type.Object(
      {
        staff: Type.Array(Type.Object({ ...MaybeId, ...Seen, ...Wording }, Strict), {
          minItems: 1,
          maxItems: 500,
        }),
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  /** The whole wall in this order. Who is not named follows as before. */
  'staff:order': command(Type.Object({ ids: Ids }, Strict), ['editor', 'admin']),
  'staff:remove': command(One, ['editor', 'admin']),
  /** Takes a removal back: the same id, and the posts it had where nobody has them since. */
  'staff:restore': command(
    Type.Object(
      {
        id: Id,
        body: Staff,
        a: Type.Array(Id, { maxItems: 200 }),
        b: Type.Array(Id, { maxItems: 200 }),
      },
      Strict,
    ),
    ['editor', 'admin'],
  ),
  'roster:save': command(Type.Object({ month: Month, ...Seen, ...Roster.properties }, Strict), [
    'editor',
    'admin',
  ]),
  'area:save': command(
    Type.Object({ ...MaybeId, ...Seen, ...Type.Omit(Area, ['order']).properties }, Strict),
    ['editor', 'admin'],
  ),
  'area:order': command(Type.Object({ ids: Ids }, Strict), ['editor', 'admin']),
  'area:remove': command(One, ['editor', 'admin']),
  'plan:save': command(Type.Object({ ...MaybeId, ...Seen, ...Plan.properties }, Strict), ['editor', 'admin']),
  'plan:remove': command(One, ['editor', 'admin']),
} as const;
