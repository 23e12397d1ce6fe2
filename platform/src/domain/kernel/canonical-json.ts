/** One spelling for one value: JSON with sorted keys and without white space, so that equal records have equal bytes. */
import { invariant } from './invariant.ts';

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Writes a value canonically: keys in code-unit order, members that are undefined left out. Objects must hold JSON values
 * only; a bigint or a function in one is a fault.
 */
export function canonicalJson(value: Json | object): string {
  return written(value);
}

function written(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      invariant(Number.isFinite(value), 'a number in a record is finite');
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writtenList(value) : writtenObject(value);
    case 'bigint':
    case 'symbol':
    case 'function':
    case 'undefined':
      return unwritable(typeof value);
  }
}

function unwritable(kind: string): never {
  invariant(false, `a ${kind} has no place in a record`);
}

function writtenList(list: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < list.length; index++) {
    if (index > 0) text += ',';
    text += written(list[index]);
  }
  return `${text}]`;
}

function writtenObject(members: object): string {
  const entries: [string, unknown][] = Object.entries(members);
  entries.sort(byKey);
  let text = '{';
  for (const [key, member] of entries) {
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${JSON.stringify(key)}:${written(member)}`;
  }
  return `${text}}`;
}

const byKey = ([left]: [string, unknown], [right]: [string, unknown]): number =>
  left < right ? -1 : Number(left > right);
