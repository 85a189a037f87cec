import Type from 'typebox';
import { Id, Strict } from '../base.ts';
import { Sheet } from '../sheet.ts';
import { command } from './command.ts';

const roles = ['admin', 'editor', 'reviewer', 'clerk'] as const;
const hung = Sheet.properties.hung.properties;

/** Sheets on the wall: content/sheets/sheets.md. Registering one belongs to the hub, which renders it first. */
export const sheets = {
  'sheet:hang': command(
    Type.Object({ code: Id, place: hung.place, spot: hung.spot, photo: hung.photo }, Strict),
    roles,
  ),
  'sheet:takedown': command(Type.Object({ code: Id }, Strict), roles),
} as const;
