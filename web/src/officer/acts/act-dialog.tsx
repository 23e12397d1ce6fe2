/** Asks for reason, legal ground and result before an act, and shows the sentence on appeal before it can hurt. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../../api/client.ts';
import type {
  ActName,
  ActReasons,
  ActRequest,
  OfferedAct,
  ParcelAnswer,
} from '../../api/contract.ts';
import { useSession } from '../../api/queries.ts';
import { clockOf } from '../../format/moment.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LaneMark } from '../../ui/lane-mark.tsx';
import { ParcelNumber } from '../../ui/parcel-number.tsx';
import { hurts } from './acts.ts';
import { Questions } from './questions.tsx';
import { proposerOf } from './proposer.ts';
import { actLabel } from '../../format/words.ts';
import { useWords } from '../../words/use-words.ts';

type ActDialogProps = {
  readonly answer: ParcelAnswer;
  readonly offered: OfferedAct;
  readonly reasons: ActReasons | undefined;
  readonly onSubmit: (request: ActRequest) => Promise<Problem | null>;
  readonly onClose: () => void;
};

export function ActDialog({ answer, offered, reasons, onSubmit, onClose }: ActDialogProps) {
  const { shell } = useWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = (form: FormData): void => {
    setBusy(true);
    void onSubmit(requestOf(offered.act, form)).then((refused) => {
      setBusy(false);
      setProblem(refused);
    });
  };
  return (
    <Dialog title={actLabel(offered)} onClose={onClose}>
      <p className="dialog-parcel">
        <LaneMark lane={answer.parcel.lane} /> <ParcelNumber parcel={answer.parcel} />
        <bdi className="muted">{answer.parcel.what}</bdi>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <ProposalToConfirm answer={answer} act={offered.act} />
        <Questions act={offered.act} reasons={reasons} />
        <Appeal offered={offered} reasons={reasons} />
        {problem === null ? null : (
          <p className="refusal" role="alert">
            {problem.detail}
          </p>
        )}
        <div className="dialog-buttons">
          <Button type="submit" loading={busy}>
            {actLabel(offered)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {shell.back}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const MEMBERS = ['reasonCode', 'reason', 'legalGround', 'result', 'note'] as const;

/** Empty answers are not sent: the server then says which one it wants. */
function requestOf(act: ActName, form: FormData): ActRequest {
  const members: Partial<Record<(typeof MEMBERS)[number], string>> = {};
  for (const member of MEMBERS) {
    const value = form.get(member);
    if (typeof value === 'string' && value.trim() !== '') members[member] = value.trim();
  }
  const found = form.getAll('found').filter((code) => typeof code === 'string');
  return { act, ...members, ...(found.length === 0 ? {} : { found }) };
}

function ProposalToConfirm({
  answer,
  act,
}: {
  readonly answer: ParcelAnswer;
  readonly act: string;
}) {
  const { acting: said } = useWords();
  const { proposal } = answer.judgement;
  if (act !== 'confirm-release' || proposal === null) return null;
  return (
    <p className="proposal-quote">
      {said.proposed(proposerOf(proposal), clockOf(proposal.at))}
      {proposal.reason === undefined ? '.' : `: “${proposal.reason}”.`} {said.asSecond}
    </p>
  );
}

function Appeal({
  offered,
  reasons,
}: {
  readonly offered: OfferedAct;
  readonly reasons: ActReasons | undefined;
}) {
  const { acting: said } = useWords();
  const { person } = useSession();
  const sentence = reasons?.appeal;
  if (!hurts(offered) && sentence === undefined) return null;
  return (
    <div className="appeal">
      <p>
        <strong>{said.notice}</strong> <bdi>{sentence ?? said.appeal}</bdi>
      </p>
      <p className="muted">{said.carries(person.name)}</p>
    </div>
  );
}
