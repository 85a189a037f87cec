import Type from 'typebox';
import { Strict } from '../base.ts';
import { Tick } from '../tick.ts';
import { command } from './command.ts';

const roles = ['admin', 'reviewer', 'auditor'] as const;

/** The checklist of the standard, ticked and scored: content/checks/checks.md. */
export const checks = {
  /** `points` null takes the tick away. */
  'tick:set': command(
    Type.Object(
      {
        line: Tick.properties.line,
        is: Type.Union([Type.Literal('line'), Type.Literal('extra')]),
        points: Type.Union([Type.Null(), Tick.properties.points]),
        note: Tick.properties.note,
      },
      Strict,
    ),
    roles,
  ),
  /** Keeps this month's score as the records have it now. */
  'score:keep': command(Type.Object({}, Strict), roles),
} as const;
