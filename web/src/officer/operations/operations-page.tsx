/** The first page of an administrator: whether all is well, which law changes next, slow work, and the sealed record. */
import { useQuery } from '@tanstack/react-query';
import type { Operations } from '../../api/contract.ts';
import { operationsQuery, useSession } from '../../api/queries.ts';
import { countText } from '../../format/amount.ts';
import { shortTime } from '../../format/moment.ts';
import { Failed, Waiting } from '../../ui/notice.tsx';
import { useTitle } from '../../ui/title.ts';
import { useWords } from '../../words/use-words.ts';
import { LawInForce } from './law-in-force.tsx';
import { SealedRecord } from './sealed-record.tsx';
import { SlowWork } from './slow-work.tsx';

export function OperationsPage() {
  const { operations: said } = useWords();
  const { jurisdiction } = useSession();
  useTitle(said.title);
  const shown = useQuery(operationsQuery);
  if (shown.isPending) return <Waiting />;
  if (shown.isError) return <Failed error={shown.error} onRetry={() => void shown.refetch()} />;
  const { at, programs, law, work, broken, record } = shown.data;
  return (
    <div className="operations-page">
      <header className="page-header">
        <h1>{said.heading(jurisdiction.title)}</h1>
        <p className="muted">{said.asOf(shortTime(at, at), programs.version, programs.schema)}</p>
      </header>
      <Standing operations={shown.data} />
      <LawInForce law={law} />
      <SlowWork work={work} broken={broken} />
      <SealedRecord record={record} />
    </div>
  );
}

/** Said first and in a word each, so that a glance is enough on a good day. */
function Standing({
  operations: { programs, law, work, broken },
}: {
  readonly operations: Operations;
}) {
  const { operations: said } = useWords();
  const failed = work.reduce((sum, kind) => sum + kind.failed, 0);
  const unverified = law.kinds.reduce((sum, kind) => sum + kind.unverified, 0);
  const figures = [
    { label: said.pending, value: programs.pending, isWell: true },
    { label: said.failed, value: failed, isWell: failed === 0 },
    { label: said.broken, value: broken.messages, isWell: broken.messages === 0 },
    { label: said.unverified, value: unverified, isWell: unverified === 0 },
  ];
  return (
    <dl className="standing-figures">
      {figures.map(({ label, value, isWell }) => (
        <div key={label} className={isWell ? undefined : 'must-act'}>
          <dt>{label}</dt>
          <dd>{countText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
