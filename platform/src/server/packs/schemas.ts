/** Makes one JSON Schema per file of a pack, for editors and for pack check, and holds the rows of a pack to them. */
import { Compile } from 'typebox/schema';
import type { PackFinding } from '../../domain/jurisdiction/pack-finding.ts';
import type { PackTexts } from '../../domain/jurisdiction/parse.ts';
import { rowsOfCsv, rowsOfJson, type RowSource } from '../../domain/jurisdiction/row-source.ts';
import { FILE_KINDS, type Field, type FileKind } from './fields.ts';

type Schema = Readonly<Record<string, unknown>>;

const isJson = (kind: FileKind): boolean => kind.file.endsWith('.json');
const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Names of members: snake_case in CSV, camelCase in JSON. */
const nameIn = (kind: FileKind, field: Field): string =>
  isJson(kind) ? camel(field.name) : field.name;

const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const FORMS: Readonly<Record<Exclude<Field['type'], 'words' | 'condition' | 'objects'>, string>> = {
  text: '[^ ].*',
  list: '[^;]+(;[^;]+)*',
  codes: '[0-9]{2,14}(;[0-9]{2,14})*',
  amount: '[0-9]{1,14}(\\.[0-9]{1,6})?',
  rate: '[0-9]{1,12}(\\.[0-9]{1,12})?',
  integer: '-?[0-9]{1,12}',
  truth: 'true|false',
  day: DAY,
};

function cellSchema(field: Field): Schema {
  const description = field.says;
  if (field.type === 'words')
    return {
      enum: field.optional === true ? ['', ...(field.words ?? [])] : field.words,
      description,
    };
  const form = field.type === 'condition' || field.type === 'objects' ? FORMS.text : formOf(field);
  return {
    type: 'string',
    pattern: field.optional === true ? `^(${form})?$` : `^(${form})$`,
    description,
  };
}

function formOf(field: Field): string {
  const one = `(${(field.words ?? []).join('|')})`;
  if (field.type === 'list' && field.words !== undefined) return `${one}(;${one})*`;
  return field.type === 'words' || field.type === 'condition' || field.type === 'objects'
    ? FORMS.text
    : FORMS[field.type];
}

const MEMBERS: Readonly<Record<Field['type'], Schema>> = {
  text: { type: 'string', minLength: 1 },
  words: { type: 'string' },
  list: { type: 'array', items: { type: 'string' } },
  codes: { type: 'array', items: { type: 'string', pattern: '^[0-9]{2,14}$' } },
  amount: { type: 'string' },
  rate: { type: 'string' },
  integer: { type: 'integer' },
  truth: { type: 'boolean' },
  day: { type: 'string', pattern: `^${DAY}$` },
  condition: { $ref: '#/$defs/condition' },
  objects: { type: 'array', minItems: 1, items: { $ref: '#/$defs/element' } },
};

function memberSchema(field: Field): Schema {
  const one = field.type === 'words' ? { enum: field.words } : MEMBERS[field.type];
  return field.optional === true
    ? { anyOf: [one, { type: 'null' }], description: field.says }
    : { ...one, description: field.says };
}

const CONDITION: Schema = {
  description: 'The closed condition language; packs/README.md has it on one page.',
  type: 'object',
  anyOf: [
    { required: ['all'], properties: { all: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } } }, additionalProperties: false },
    { required: ['any'], properties: { any: { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } } }, additionalProperties: false },
    { required: ['not'], properties: { not: { $ref: '#/$defs/condition' } }, additionalProperties: false },
    { required: ['fact'], properties: { fact: { type: 'string' } }, minProperties: 2, maxProperties: 2 },
  ],
}; // prettier-ignore

const ELEMENT: Schema = {
  type: 'object',
  required: ['element', 'obligation'],
  properties: { element: { type: 'string' }, obligation: { enum: ['M', 'C', 'O', 'V'] }, when: { $ref: '#/$defs/condition' } },
  additionalProperties: false,
}; // prettier-ignore

/** The schema of one row: an object of texts for CSV, of JSON values for JSON. */
export function rowSchema(kind: FileKind): Schema {
  const optionalMembers = isJson(kind)
    ? kind.fields.filter((field) => field.optional === true)
    : [];
  const required = kind.fields.filter(
    (field) => !optionalMembers.includes(field) && field.mayLack !== true,
  );
  return {
    type: 'object',
    description: kind.says,
    required: required.map((field) => nameIn(kind, field)),
    properties: Object.fromEntries(
      kind.fields.map((field) => [
        nameIn(kind, field),
        isJson(kind) ? memberSchema(field) : cellSchema(field),
      ]),
    ),
    additionalProperties: false,
    ...(isJson(kind) ? { $defs: { condition: CONDITION, element: ELEMENT } } : {}),
  };
}

/** The published schemas by file name: of a whole JSON file, or of one row of a CSV file. */
export function schemaFiles(): ReadonlyMap<string, Schema> {
  return new Map(
    FILE_KINDS.map((kind) => {
      const { $defs, ...row } = rowSchema(kind);
      const head = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: isJson(kind) ? kind.file : `One row of ${kind.file}`,
      };
      const schema = isJson(kind)
        ? { ...head, type: 'array', items: row, $defs }
        : { ...head, ...row };
      return [`${kind.file.replace(/\.(csv|json)$/, '')}.schema.json`, schema];
    }),
  );
}

/** What the schemas say about the rows of a pack: above all members that nobody reads. */
export function checkSchemas(texts: PackTexts): readonly PackFinding[] {
  return FILE_KINDS.flatMap((kind) => {
    const text = texts.get(kind.file);
    if (text === undefined) return [];
    const schema = Compile(rowSchema(kind));
    const { rows } = isJson(kind) ? rowsOfJson(kind.file, text) : rowsOfCsv(kind.file, text);
    return rows.flatMap((row) => {
      const value = valueOf(row);
      return schema.Check(value)
        ? []
        : namedErrors(schema.Errors(value)[1]).map((error) => findingOf(row, error));
    });
  });
}

const valueOf = (row: RowSource): Schema =>
  Object.fromEntries(row.fields.map((field) => [field, row.valueOf(field)]));

/** An unknown member is reported once by its name, not a second time by its row. */
const namedErrors = (errors: readonly SchemaError[]): readonly SchemaError[] =>
  errors
    .filter(({ message }) => message !== 'must not have additional properties')
    .map((error) =>
      error.message === 'schema is false' ? { ...error, message: 'is unknown here' } : error,
    );

type SchemaError = { readonly instancePath: string; readonly message: string };

function findingOf(row: RowSource, { instancePath, message }: SchemaError): PackFinding {
  const [, field = '', ...inside] = instancePath.split('/');
  const place = row.placeOf(field, inside.length === 0 ? '' : `/${inside.join('/')}`);
  const reason = `${field === '' ? 'the row' : field}: ${message}`;
  return {
    file: row.file,
    ...place,
    severity: 'error',
    reason,
    fix: 'see packs/schema and docs/reference/pack.md',
  };
}
