/** What each act asks of its officer: reasons, legal grounds, results, and the sentence on appeal that the notice will carry. */
import { EXAMINATION_RESULTS, SCAN_RESULTS } from '../../domain/decision/events.ts';
import { CONTROL_REASONS, FOUND_CODES, HARM_REASONS, RELEASE_REASONS } from '../../domain/decision/reasons.ts'; // prettier-ignore
import type { Pack } from '../../domain/jurisdiction/pack.ts';
import { HOLD_REASONS_OF_OFFICERS, QUESTIONS } from './act-request.ts';
import { appealSentence } from './acting.ts';
import { sourceTitle } from './charges-shown.ts';
import type { DeskAct } from './desk-acts.ts';
import { CONTROL_REASON_WORDS, FOUND_WORDS, HARM_REASON_WORDS, HOLD_WORDS, QUESTION_WORDS, RELEASE_REASON_WORDS } from './words.ts'; // prettier-ignore

type Code = { readonly code: string; readonly title: string };

const titled = <C extends string>(
  codes: readonly C[],
  words: Readonly<Record<C, string>>,
): readonly Code[] =>
  // prettier-ignore
  codes.map((code) => ({ code, title: words[code] }));

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const RESULT_WORDS = {
  clear: 'Nothing suspicious',
  suspicious: 'Suspicious',
  inconclusive: 'It says too little',
  conforms: 'As declared',
  discrepancy: 'Not as declared',
  prohibited: 'Prohibited goods',
} as const;

type ActReasons = {
  readonly act: DeskAct;
  readonly reasonCodes: readonly Code[];
  readonly legalGrounds: readonly { readonly id: string; readonly title: string }[];
  readonly appeal?: string;
  readonly results?: readonly Code[];
  readonly found?: readonly Code[];
};

/** An act that is not listed needs no reason. */
export function reasonsOf(pack: Pack): readonly ActReasons[] {
  const control = titled(CONTROL_REASONS, CONTROL_REASON_WORDS);
  const release = titled(RELEASE_REASONS, RELEASE_REASON_WORDS);
  const harm = titled(HARM_REASONS, HARM_REASON_WORDS);
  const asking = (act: DeskAct, reasonCodes: readonly Code[]): ActReasons => ({ act, reasonCodes, legalGrounds: [] }); // prettier-ignore
  const hurting = (act: DeskAct): ActReasons => ({
    act,
    reasonCodes: harm,
    legalGrounds: groundsOf(pack),
    appeal: appealSentence(pack),
  });
  return [
    asking(
      'ask',
      QUESTIONS.map((code) => ({ code, title: QUESTION_WORDS[code][0] })),
    ),
    asking('hold', HOLD_REASONS_OF_OFFICERS.map((code) => ({ code, title: capital(HOLD_WORDS[code]) }))), // prettier-ignore
    { ...asking('record-scan', []), results: titled(SCAN_RESULTS, RESULT_WORDS) },
    {
      ...asking('record-examination', []),
      results: titled(EXAMINATION_RESULTS, RESULT_WORDS),
      found: titled(FOUND_CODES, FOUND_WORDS),
    },
    asking('release', release),
    asking('propose-release', release),
    asking('confirm-release', release),
    asking('decline-release', control),
    asking('reject-do-not-load', release),
    asking('lift-do-not-load', release),
    hurting('confirm-do-not-load'),
    hurting('refuse'),
    hurting('seize'),
    hurting('destroy'),
    hurting('re-export'),
  ];
}

/** The laws that prohibit come first, since most acts that hurt stand on one of them; then every other source of the pack. */
function groundsOf(pack: Pack): readonly { readonly id: string; readonly title: string }[] {
  const first = new Set(pack.prohibitions.map(({ source }) => source));
  const rest = pack.sources.map(({ id }) => id).filter((id) => !first.has(id));
  return [...[...first].sort(), ...rest].map((id) => sourceTitle(pack, id));
}
