/** Why a parcel is looked at, in words, as far as a sight allows: sentences of rules, then what is wrong with the statements. */
import { catalogueEntry } from '../../domain/validation/catalogue.ts';
import { explainToOfficer, type Band } from '../../domain/risk/explain.ts';
import { fillSentence } from '../../domain/risk/compiled-rule.ts';
import type { RiskAssessed, RiskPieceRecord } from '../../domain/risk/events.ts';
import type { RuleBook } from '../../domain/risk/rules.ts';
import type { Sight } from './sight.ts';

export type ShownPiece = {
  readonly reason: string;
  readonly band: Band;
  readonly lookFor?: string;
  readonly rule?: string;
  readonly version?: number;
  /** 0 to 1. */
  readonly weight?: number;
  /** Only for those who may know: a rule in shadow, or chance. */
  readonly detail?: string;
};

export type ShownReasons = {
  readonly band: Band | null;
  readonly pieces: readonly ShownPiece[];
  readonly lookFor: readonly string[];
  /** 0 to 1; only for those who see all. */
  readonly score?: number;
};

const NOTHING_SHOWN: ShownReasons = { band: null, pieces: [], lookFor: [] };

export function showReasons(
  assessed: RiskAssessed | null,
  book: RuleBook,
  sight: Sight,
): ShownReasons {
  if (assessed === null || sight === 'none' || assessed.pieces.length === 0) return NOTHING_SHOWN;
  const { band, reasons, lookFor } = explainToOfficer(assessed, book);
  const pieces = reasons.map(({ sentence, band: own }, index) => {
    const piece = assessed.pieces[index];
    return { reason: sentence, band: own, ...(piece === undefined ? {} : named(piece, sight)) };
  });
  if (sight !== 'all') return { band, pieces, lookFor };
  const shadow = assessed.shadow.map((piece) => inShadow(piece, book));
  return { band, pieces: [...pieces, ...shadow], lookFor, score: assessed.score / 1000 };
}

/** A supervisor sees a family of rules and cannot tell chance from targeting: it wears the name of the rule it is dressed as. */
function named(
  { rule, version, weight, wears }: RiskPieceRecord,
  sight: Sight,
): Pick<ShownPiece, 'rule' | 'version' | 'weight' | 'detail'> {
  switch (sight) {
    case 'none':
    case 'words':
      return {};
    case 'rules':
      return { rule: wears ?? rule, version };
    case 'all':
      return {
        rule,
        version,
        weight: weight / 1000,
        ...(wears === undefined ? {} : { detail: `chosen by lot, worded as ${wears}` }),
      };
  }
}

const inShadow = (piece: RiskPieceRecord, book: RuleBook): ShownPiece => ({
  reason: fillSentence(book.sentences.get(piece.rule)?.reason ?? piece.rule, piece.values),
  band: 'A',
  ...named(piece, 'all'),
  detail: 'in shadow: it changed nothing',
});

/** The sentence of a code of a finding or of the engine, without its parameters. */
export function sentenceOfCode(code: string): string | null {
  if (code === 'declaration-missing') return 'Nobody has declared the parcel.';
  const entry = catalogueEntry(code);
  return entry === null ? null : fillSentence(entry.text, {}).replaceAll('unknown', '…');
}

/** The heaviest reason in one sentence, for a line of the queue. */
export function firstReason(
  shown: ShownReasons,
  because: readonly string[],
  holds: readonly string[],
): string {
  const [piece] = shown.pieces;
  if (piece !== undefined) return piece.reason;
  for (const code of because) {
    const sentence = sentenceOfCode(code);
    if (sentence !== null) return sentence;
  }
  const [hold] = holds;
  return hold === undefined ? 'An officer has to look at it.' : `Held for ${hold.replaceAll('-', ' ')}.`; // prettier-ignore
}
