/** Puts what the schema says of a value into findings of the catalogue: which element, what is expected there. */
import type { TLocalizedValidationError } from 'typebox/error';
import { Settings } from 'typebox/system';
import type { Finding } from '../../../domain/kernel/finding.ts';
import { limits } from '../../../domain/kernel/limits.ts';
import { finding } from '../../../domain/validation/catalogue.ts';
import { nearest } from '../nearest.ts';
import { expectedOf, SubmissionSchema } from './submission-schema.ts';

// The library stops at 8 errors unless told otherwise; a sender gets them all at once.
Settings.Set({ maxErrors: limits.findingsPerSubmission });

/** The most of a sender's own text that a finding repeats. */
const ECHO_MAX = 70;

/** `schema` is the one that the errors are of: it knows the names that a wrong one may have meant. */
export const shapeFindings = (
  errors: readonly TLocalizedValidationError[],
  schema: unknown = SubmissionSchema,
): readonly Finding[] =>
  errors.flatMap((error) => shapeFinding(error, schema)).slice(0, limits.findingsPerSubmission);

function shapeFinding(error: TLocalizedValidationError, schema: unknown): readonly Finding[] {
  const pointer = error.instancePath;
  if (error.keyword === 'required')
    return error.params.requiredProperties.map((element) =>
      finding('element-missing', `${pointer}/${element}`, { element }),
    );
  if (error.keyword === 'additionalProperties')
    return error.params.additionalProperties.map((element) =>
      unknownElement(error, element, schema),
    );
  if (error.keyword === 'enum')
    return [finding('value-not-in-list', pointer, { allowed: listed(error.params.allowedValues) })];
  if (error.keyword === 'maxLength')
    return [finding('value-too-long', pointer, { charactersMax: String(error.params.limit) })];
  if (error.keyword === 'maxItems')
    return [finding('list-too-long', pointer, { entriesMax: String(error.params.limit) })];
  if (error.keyword === 'minItems')
    return [finding('list-too-short', pointer, { entriesMin: String(error.params.limit) })];
  const expected = expectation(error);
  return expected === undefined ? [] : [finding('value-malformed', pointer, { expected })];
}

/** What the schema wants, in words; undefined for the echo of an error that has a finding of its own. */
function expectation(error: TLocalizedValidationError): string | undefined {
  if (error.keyword === 'pattern') return expectedOf(String(error.params.pattern));
  if (error.keyword === 'type') return WORD_OF_TYPE[String(error.params.type)] ?? 'another type';
  if (error.keyword === 'minLength') return 'a text of at least one character';
  if (error.keyword === 'minimum')
    return `a whole number of at least ${String(error.params.limit)}`;
  if (error.keyword === 'maximum') return `a whole number of at most ${String(error.params.limit)}`;
  return undefined;
}

const WORD_OF_TYPE: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  object: 'an object in braces',
  array: 'a list in brackets',
  integer: 'a whole number',
};

function unknownElement(
  error: TLocalizedValidationError,
  element: string,
  schema: unknown,
): Finding {
  const meant = nearest(element, elementsAt(error.schemaPath, schema));
  return finding('unknown-element', `${error.instancePath}/${encoded(element)}`, {
    element: element.slice(0, ECHO_MAX),
    ...(meant === undefined ? {} : { nearest: meant }),
  });
}

const encoded = (element: string): string =>
  element.slice(0, ECHO_MAX).replaceAll('~', '~0').replaceAll('/', '~1');

const listed = (values: readonly unknown[]): string => values.map(String).join(', ');

/** The names that the schema knows at a path such as `#/properties/consignments/items`. */
function elementsAt(schemaPath: string, schema: unknown): readonly string[] {
  let at: unknown = schema;
  for (const step of schemaPath.split('/').slice(1)) at = memberOf(at, step);
  const properties = memberOf(at, 'properties');
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
