/** Carries an act out: asks what must be asked, sends it, and shows the recorded answer or the refusal's own words. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { act as send } from '../../api/client.ts';
import type { Problem } from '../../api/client.ts';
import type { ActRequest, OfferedAct, ParcelAnswer, Recorded } from '../../api/contract.ts';
import {
  noticeSignedOut,
  parcelQuery,
  peekQuery,
  queryClient,
  reasonsQuery,
  useSession,
} from '../../api/queries.ts';
import { keyOf } from '../../format/identifier.ts';
import { ActDialog } from './act-dialog.tsx';
import { asksFirst, doneWord, recordedSentence } from './acts.ts';
import { words } from '../../words/current.ts';

/** What came of the last act: the server's record, or why it would not. */
export type Said =
  | {
      readonly kind: 'recorded';
      readonly parcel: string;
      readonly text: string;
      readonly act: string;
    }
  | { readonly kind: 'refused'; readonly parcel: string; readonly text: string };

type Started = { readonly answer: ParcelAnswer; readonly offered: OfferedAct };

export type Acting = {
  readonly begin: (answer: ParcelAnswer, offered: OfferedAct) => void;
  readonly said: Said | null;
  readonly busy: string | null;
  readonly dialog: ReactNode;
};

export function useActing(): Acting {
  const session = useSession();
  const reasons = useQuery(reasonsQuery);
  const [started, setStarted] = useState<Started | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  const carryOut = async ({ answer }: Started, request: ActRequest): Promise<Problem | null> => {
    const { parcel } = answer;
    setBusy(request.act);
    const outcome = await send(
      parcel,
      { ...request, expectedVersion: parcel.version },
      session.csrf,
    );
    setBusy(null);
    if (!outcome.ok) {
      noticeSignedOut(outcome.problem);
      setSaid({ kind: 'refused', parcel: keyOf(parcel), text: outcome.problem.detail });
      if (outcome.problem.status === 409) await readAgain(answer);
      return outcome.problem;
    }
    keep(outcome.value);
    setSaid(told(request.act, outcome.value));
    setStarted(null);
    return null;
  };

  const begin = (answer: ParcelAnswer, offered: OfferedAct): void => {
    const key = keyOf(answer.parcel);
    if (!offered.enabled) {
      setSaid({ kind: 'refused', parcel: key, text: offered.because ?? words().acting.notNow });
      return;
    }
    const asked = reasons.data?.find((each) => each.act === offered.act);
    if (asksFirst(offered, asked)) setStarted({ answer, offered });
    else void carryOut({ answer, offered }, { act: offered.act });
  };

  const dialog =
    started === null ? null : (
      <ActDialog
        key={`${keyOf(started.answer.parcel)} ${started.offered.act}`}
        answer={started.answer}
        offered={started.offered}
        reasons={reasons.data?.find((each) => each.act === started.offered.act)}
        onSubmit={(request) => carryOut(started, request)}
        onClose={() => {
          setStarted(null);
        }}
      />
    );
  return { begin, said, busy, dialog };
}

function told(act: string, answer: ParcelAnswer): Said {
  const recorded: Recorded | undefined = answer.recorded;
  return {
    kind: 'recorded',
    act,
    parcel: keyOf(answer.parcel),
    text: recorded === undefined ? `${doneWord(act)}.` : recordedSentence(recorded),
  };
}

/** The answer to an act is the parcel as recorded: every page shows that, and the queue looks for its own changes. */
function keep(answer: ParcelAnswer): void {
  queryClient.setQueryData(parcelQuery(answer.parcel).queryKey, answer);
  queryClient.setQueryData(peekQuery(answer.parcel).queryKey, answer);
  for (const queryKey of [['queue-changes'], ['queue-counts'], ['means']])
    void queryClient.invalidateQueries({ queryKey });
}

async function readAgain({ parcel }: ParcelAnswer): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['parcel', keyOf(parcel)] });
}
