/**
 * Errors that a person or program can be answered: code → [HTTP status, 中文, English].
 * The words say what is wrong and what to do. `{x}` is filled from the refusal's params.
 */
export type RefusalTable = Record<string, readonly [status: number, zh: string, en: string]>;
