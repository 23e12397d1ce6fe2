/** The closed condition language: all, any, not, and comparisons of named, typed facts; no arithmetic, no loops, no text to evaluate. */

export type Comparison =
  | { readonly fact: string; readonly is: string | number | boolean }
  | { readonly fact: string; readonly in: readonly (string | number)[] }
  | { readonly fact: string; readonly startsWith: readonly string[] }
  | { readonly fact: string; readonly contains: readonly string[] }
  | { readonly fact: string; readonly atMost: number }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly known: boolean };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

/**
 * A fact's value: money facts are minor units of the jurisdiction's currency as safe integers, masses grams, times minutes.
 * A comparison with an unknown fact (undefined) is false, save `known`.
 */
export type FactValue = string | number | boolean | readonly string[] | undefined;
