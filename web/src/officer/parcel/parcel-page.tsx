/** One parcel on one page, read from left to right: its story, the facts by source, and the judgement with its acts. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ParcelAnswer } from '../../api/contract.ts';
import { parcelQuery } from '../../api/queries.ts';
import { keyOf } from '../../format/identifier.ts';
import type { ParcelIdentity } from '../../format/identifier.ts';
import { Failed, Waiting } from '../../ui/notice.tsx';
import { useKeys } from '../../ui/shortcuts.ts';
import { useTitle } from '../../ui/title.ts';
import { useActing } from '../acts/acting.tsx';
import type { Acting } from '../acts/acting.tsx';
import { actForKey } from '../acts/acts.ts';
import { FactsMatrix } from './facts-matrix.tsx';
import { JudgementColumn } from './judgement-column.tsx';
import { ParcelHeader } from './parcel-header.tsx';
import { Story } from './story.tsx';

const route = getRouteApi('/shell/parcels/$scheme/$number');

export function ParcelPage() {
  const parcel: ParcelIdentity = route.useParams();
  useTitle(parcel.number);
  const opened = useQuery(parcelQuery(parcel));
  if (opened.isPending) return <Waiting rows={12} />;
  if (opened.isError) return <Failed error={opened.error} onRetry={() => void opened.refetch()} />;
  return <OpenedParcel key={keyOf(parcel)} answer={opened.data} />;
}

function OpenedParcel({ answer }: { readonly answer: ParcelAnswer }) {
  const acting = useActing();
  useParcelKeys(answer, acting);
  return (
    <article className="parcel">
      <ParcelHeader answer={answer} acting={acting} />
      <div className="parcel-columns">
        <Story answer={answer} />
        <FactsMatrix facts={answer.facts} />
        <JudgementColumn answer={answer} acting={acting} />
      </div>
      {acting.dialog}
    </article>
  );
}

/** Every act that is offered answers to its key; what hurts still asks before it does anything. */
function useParcelKeys(answer: ParcelAnswer, acting: Acting): void {
  const { actions } = answer.judgement;
  const keys = ['a', 'h', 'r', 's', 'e', 'q', 'x', ...actions.flatMap(({ key }) => key ?? [])];
  useKeys({
    c: () => void navigator.clipboard.writeText(answer.parcel.number),
    ...Object.fromEntries(
      keys.map((key) => {
        const offered = actForKey(key, actions);
        return [
          key,
          offered === null
            ? undefined
            : () => {
                acting.begin(answer, offered);
              },
        ];
      }),
    ),
  });
}
