/** The page of another agency: the goods that the law asks it about, and its word with a single key. */
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AgencyParcel } from '../../api/contract.ts';
import { agencyQuery, useSession } from '../../api/queries.ts';
import { keyOf } from '../../format/identifier.ts';
import { Empty, Failed, Waiting } from '../../ui/notice.tsx';
import { useTitle } from '../../ui/title.ts';
import { useWords } from '../../words/use-words.ts';
import { AgencyCard } from './agency-card.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { standingOf, type AgencyStanding } from './choices.ts';
import { useAnswering } from './use-answering.ts';

export function AgencyPage() {
  const { agency } = useWords();
  const { person } = useSession();
  useTitle(agency.title);
  const asked = useQuery(agencyQuery);
  if (asked.isPending) return <Waiting />;
  if (asked.isError) return <Failed error={asked.error} onRetry={() => void asked.refetch()} />;
  return (
    <div className="agency-page">
      <header className="page-header">
        <h1>{agency.heading(person.office.name)}</h1>
        <p className="muted">{agency.says}</p>
      </header>
      <Asked parcels={asked.data} />
    </div>
  );
}

/** Whose turn it is comes first; keys and focus go through all groups as one list. */
const GROUPS = ['waiting', 'asked', 'refused'] as const satisfies readonly AgencyStanding[];

function Asked({ parcels }: { readonly parcels: readonly AgencyParcel[] }) {
  const groups = GROUPS.map((standing) => ({
    standing,
    shown: parcels.filter((parcel) => standingOf(parcel) === standing),
  }));
  const acting = useAnswering(groups.flatMap(({ shown }) => shown));
  const [said, setSaid] = useState('');
  return (
    <>
      <div role="status" className="agency-said">
        {said === '' ? null : <p className="recorded">{said}</p>}
      </div>
      {groups.map(({ standing, shown }) =>
        shown.length === 0 && standing !== 'waiting' ? null : (
          <Group key={standing} standing={standing} parcels={shown.length}>
            <ol className="agency-cards">
              {shown.map((asked) => (
                <AgencyCard
                  key={keyOf(asked.parcel)}
                  asked={asked}
                  chosen={keyOf(asked.parcel) === acting.chosen}
                  onChoose={acting.choose}
                  onAnswer={acting.begin}
                />
              ))}
            </ol>
          </Group>
        ),
      )}
      {acting.answering === null ? null : (
        <AnswerDialog answering={acting.answering} onRecorded={setSaid} onClose={acting.end} />
      )}
    </>
  );
}

type GroupProps = {
  readonly standing: AgencyStanding;
  readonly parcels: number;
  readonly children: ReactNode;
};

function Group({ standing, parcels, children }: GroupProps) {
  const { agency } = useWords();
  if (parcels === 0) return <Empty title={agency.nothing}>{agency.nothingSays}</Empty>;
  const heading = { waiting: agency.waiting, asked: agency.asked, refused: agency.refusals };
  const says = { waiting: null, asked: agency.askedSays, refused: agency.refusalsSay }[standing];
  return (
    <section aria-labelledby={`agency-${standing}`} className="agency-group">
      <h2 id={`agency-${standing}`}>{heading[standing](parcels)}</h2>
      {says === null ? null : <p className="muted">{says}</p>}
      {children}
    </section>
  );
}
