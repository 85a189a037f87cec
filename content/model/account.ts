import Type, { type Static } from 'typebox';
import { Id, Label, Moment, Strict } from './base.ts';

export const Role = Type.Union([
  Type.Literal('admin'), // 管理员
  Type.Literal('editor'), // 编辑
  Type.Literal('reviewer'), // 审核
  Type.Literal('clerk'), // 窗口人员
  Type.Literal('auditor'), // 审计
]);
export type Role = Static<typeof Role>;

/** A name to sign in with: letters, digits, Chinese, dot, dash, underscore. */
export const SignInName = Type.String({ minLength: 2, maxLength: 30, pattern: '^[\\p{L}\\p{N}._-]+$' });

/** A person who signs in (账户). Only `name`, `displayName`, `roles` and `disabled` ever leave the hub. */
export const Account = Type.Object(
  {
    name: SignInName,
    displayName: Label,
    roles: Type.Array(Role, { minItems: 1, maxItems: 5 }),
    /** `scrypt$N$r$p$salt$key`, base64url. */
    password: Type.String({ maxLength: 400 }),
    disabled: Type.Boolean(),
    /** May interrupt every screen (紧急插播), whatever else they may do (interrupts.md Z1). */
    interrupts: Type.Optional(Type.Boolean()),
    /** After five wrong passwords: nobody signs in to this account before then. */
    lockedUntil: Type.Optional(Moment),
  },
  Strict,
);
export type Account = Static<typeof Account>;

/** A signed-in browser. The record's id is the SHA-256 of its cookie, so a stolen journal opens nothing. */
export const Session = Type.Object({ account: Id, openedAt: Moment, expiresAt: Moment }, Strict);
export type Session = Static<typeof Session>;
