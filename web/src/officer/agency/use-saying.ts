/** Sends an agency's word or question, and tells in a sentence what was recorded. */
import { useState } from 'react';
import { answerAsAgency, askAsAgency, type Outcome, type Problem } from '../../api/client.ts';
import type { AgencyWord } from '../../api/contract.ts';
import { noticeSignedOut, queryClient, useSession } from '../../api/queries.ts';
import type { Texts } from '../../words/english.ts';
import { useWords } from '../../words/use-words.ts';

import { CODES, type Answering } from './choices.ts';

type Sending = { readonly answering: Answering; readonly form: FormData; readonly csrf: string };

/** Null when no reason was chosen: the form asks for it by itself. */
function send({ answering, form, csrf }: Sending): Promise<Outcome<AgencyWord>> | null {
  const { asked, choice } = answering;
  const written = form.get('note');
  const note = typeof written === 'string' ? written.trim() : '';
  const said = { expectedVersion: asked.version, ...(note === '' ? {} : { note }) };
  if (choice === 'ask') {
    const about = CODES.ask.find((code) => code === form.get('code'));
    return about === undefined ? null : askAsAgency(asked.parcel, { about, ...said }, csrf);
  }
  const reasonCode = CODES[choice].find((code) => code === form.get('code'));
  return reasonCode === undefined
    ? null
    : answerAsAgency(asked.parcel, { answer: choice, reasonCode, ...said }, csrf);
}

/** What was recorded and, where it did not settle the matter, who else has to agree. */
function sentenceOf(
  { asked: { parcel }, choice }: Answering,
  { outstanding, agency }: AgencyWord,
  said: Texts['agency'],
): string {
  if (choice === 'ask') return said.wasAsked(parcel.number);
  if (choice === 'refused') return said.refused(parcel.number);
  const others = outstanding.filter((each) => each !== agency);
  const agreed = said.agreed(parcel.number);
  return others.length === 0 ? agreed : `${agreed} ${said.others(others.join(', '))}`;
}

export function useSaying(answering: Answering, onSaid: (said: string) => void) {
  const { agency: said } = useWords();
  const { csrf } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const say = (form: FormData): void => {
    const sent = send({ answering, form, csrf });
    if (sent === null) return;
    setBusy(true);
    void sent.then(async (outcome) => {
      // What stands there may have changed, whether the word was taken or not.
      await queryClient.invalidateQueries({ queryKey: ['agency'] });
      setBusy(false);
      if (outcome.ok) {
        onSaid(sentenceOf(answering, outcome.value, said));
        return;
      }
      noticeSignedOut(outcome.problem);
      setProblem(outcome.problem);
    });
  };
  return { problem, busy, say };
}
