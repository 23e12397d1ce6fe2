/** How many parcels take which lane today. */
import { Link } from '@tanstack/react-router';
import type { Figures } from '../../api/contract.ts';
import { countText } from '../../format/amount.ts';
import { LaneMark } from '../../ui/lane-mark.tsx';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { lanesSentence, percent, totalOf } from './sentences.ts';
import { useWords } from '../../words/use-words.ts';

/** The lanes that need somebody are drawn to their own scale: beside thousands that just go they would be invisible. */
export function LanesFigure({ lanes }: { readonly lanes: Figures['lanes'] }) {
  const { figures, lanes: names } = useWords();
  const total = totalOf(lanes);
  const order = Object.keys(names);
  const sorted = lanes.toSorted((a, b) => order.indexOf(a.lane) - order.indexOf(b.lane));
  const looked = sorted.filter(({ lane }) => lane !== 'release');
  const most = Math.max(1, ...looked.map(({ parcels }) => parcels));
  return (
    <Figure
      sentence={lanesSentence(lanes)}
      note={figures.lanesNote}
      picture={
        <Bars
          bars={looked.map(({ lane, parcels }) => ({
            key: lane,
            label: <LaneMark lane={lane} />,
            share: parcels / most,
            value: countText(parcels),
            tone: `lane-${lane}`,
          }))}
        />
      }
      table={{
        headings: figures.lanesTable,
        rows: sorted.map(({ lane, parcels }) => [
          lane === 'release' ? (
            names[lane]
          ) : (
            <Link key={lane} to="/queue" search={{ lane }}>
              {names[lane]}
            </Link>
          ),
          countText(parcels),
          percent(parcels, total),
        ]),
      }}
    />
  );
}
