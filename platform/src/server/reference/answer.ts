/** Answers a search for commodity codes in the words of the contract, for the API and the command alike. */
import { Type, type Static } from 'typebox';
import type { CodeHit, TitleLanguage } from '../../domain/commodity/code-search.ts';
import { MIGRATION_REASONS } from '../../domain/commodity/migrate-code.ts';
import { writeDay, type Day } from '../../domain/kernel/day.ts';
import { unitAt } from '../../domain/tariff/unit-words.ts';
import { text } from '../http/schema.ts';
import type { CodeLibrary, MovedCode } from './library.ts';

const TitledCodeSchema = Type.Object({ code: text, title: text });

export const CodesAnswerSchema = Type.Object({
  on: text,
  codes: Type.Array(
    Type.Object({
      code: text,
      title: text,
      level: Type.Enum(['chapter', 'heading', 'subheading', 'national']),
      match: Type.Enum(['code', 'prefix', 'title', 'term', 'above'], {
        description:
          'Why it was found, the best first: the code itself, its beginning, words of its title, words people use, words of the titles above it.',
      }),
      path: Type.Array(TitledCodeSchema, { description: 'From the chapter to the code itself.' }),
      units: Type.Array(Type.Object({ text, unit: Type.Union([text, Type.Null()]) }), {
        description:
          'Statistical units as the tariff writes them, with the code of UN/ECE Recommendation 20.',
      }),
    }),
  ),
  moved: Type.Union(
    [
      Type.Object({
        code: text,
        from: Type.String({ description: 'The edition that had the code.' }),
        to: text,
        becomes: Type.Union([text, Type.Null()], { description: 'Where that is certain.' }),
        candidates: Type.Array(Type.Object({ code: text, isBest: Type.Boolean() })),
        reason: Type.Union([text, Type.Null()]),
      }),
      Type.Null(),
    ],
    { description: 'What became of a code that does not stand on the day.' },
  ),
});

export type CodesAnswer = Static<typeof CodesAnswerSchema>;

export type CodesAsked = {
  readonly text: string;
  readonly on: Day;
  readonly language: TitleLanguage;
  readonly hitsMax: number;
};

const LEVELS = { 2: 'chapter', 4: 'heading', 6: 'subheading' } as const;
const isLevel = (digits: number): digits is keyof typeof LEVELS => digits in LEVELS;
const WHOLE_CODE = /^[0-9][0-9 .]{4,}[0-9]$/;

export async function searchCodes(library: CodeLibrary, asked: CodesAsked): Promise<CodesAnswer> {
  const { codes, unitsOf } = await library.catalogue();
  const moved = WHOLE_CODE.test(asked.text)
    ? await library.migrate(asked.text.replaceAll(/[^0-9]/g, ''), asked.on)
    : null;
  return {
    on: writeDay(asked.on),
    codes: codes.search(asked).map((hit) => told(hit, unitsOf(hit.code))),
    moved: moved === null ? null : movedTold(moved),
  };
}

const told = (hit: CodeHit, units: readonly string[]): CodesAnswer['codes'][number] => ({
  code: hit.code,
  title: hit.title,
  level: isLevel(hit.code.length) ? LEVELS[hit.code.length] : 'national',
  match: hit.match,
  path: [...hit.path],
  units: units.map((unit) => ({ text: unit, unit: unitNamed(unit) })),
});

/** Null where the text says more than a unit: 'kg cmsc'. */
function unitNamed(written: string): string | null {
  const found = unitAt(written, 0);
  return found?.end === written.length ? found.unit : null;
}

function movedTold({ code, from, to, migration }: MovedCode): CodesAnswer['moved'] {
  if (migration.kind === 'moved')
    return { code, from, to, becomes: migration.code, candidates: [], reason: null };
  const { candidates, reason } = migration;
  return { code, from, to, becomes: null, candidates: [...candidates], reason: MIGRATION_REASONS[reason] };
} // prettier-ignore
