import { Addition, Override, Restore } from '../hallstandard.ts';
import { command } from './command.ts';

/** What a hall changes of its standard: content/standards.md. */
export const standards = {
  'standard:override': command(Override, ['admin']),
  'standard:add': command(Addition, ['admin']),
  'standard:restore': command(Restore, ['admin']),
} as const;
