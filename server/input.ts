import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

/** What is wrong with an input: the path to it and what the schema says. */
export interface Fault {
  /** Names from the outside in: ["place", "county"]. */
  path: string[];
  where: string;
  keyword: string;
  params: Record<string, unknown>;
  message: string;
}

const compiled = new WeakMap<object, Validator>();

function validatorOf(schema: TSchema): Validator {
  let validator = compiled.get(schema);
  if (!validator) compiled.set(schema, (validator = Compile(schema) as unknown as Validator));
  return validator;
}

/** Keywords that only say that something inside is wrong, or repeat another fault. */
const vague = new Set(['anyOf', 'allOf', 'oneOf', 'boolean']);

/** Null if `value` fits the schema, else its most telling fault. Each schema is compiled once. */
export function findFault(schema: TSchema, value: unknown): Fault | null {
  const validator = validatorOf(schema);
  if (validator.Check(value)) return null;
  const errors = validator.Errors(value) as {
    keyword: string;
    instancePath: string;
    params: Record<string, unknown>;
    message: string;
  }[];
  const error = errors.find(({ keyword }) => !vague.has(keyword)) ?? errors[0];
  const path = (error?.instancePath ?? '').split('/').slice(1);
  const inner =
    firstName(error?.params['requiredProperties']) ?? firstName(error?.params['additionalProperties']);
  if (inner !== undefined) path.push(inner);
  return {
    path,
    where: path.join('.') || '/',
    keyword: error?.keyword ?? 'schema',
    params: error?.params ?? {},
    message: error?.message ?? 'does not fit its schema',
  };
}

function firstName(names: unknown): string | undefined {
  return Array.isArray(names) && typeof names[0] === 'string' ? names[0] : undefined;
}
