/** How long from arrival to release, per category of immediate release: half, nine in ten, ninety-nine in a hundred. */
import type { Figures } from '../../api/contract.ts';
import { countText } from '../../format/amount.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { releasedText, releaseSentence } from './sentences.ts';
import { useWords } from '../../words/use-words.ts';

/** Seconds to days on one picture: the length is the logarithm, and the value is written at its end. */
const lengthOf = (seconds: number, longest: number): number =>
  Math.log1p(Math.max(0, seconds)) / Math.log1p(Math.max(1, longest));

export function ReleaseFigure({ release }: { readonly release: Figures['release'] }) {
  const { figures } = useWords();
  const longest = Math.max(1, ...release.map(({ p99 }) => p99));
  const bars = release.flatMap(({ category, p50, p90, p99 }) =>
    (
      [
        [figures.shares.half, p50],
        [figures.shares.nine, p90],
        [figures.shares.most, p99],
      ] as const
    ).map(([share, seconds], index) => ({
      key: `${category.toString()}${share}`,
      label: (
        <>
          {index === 0 ? <strong>{figures.category(category)}</strong> : null}
          <span className="bar-sub">{share}</span>
        </>
      ),
      share: lengthOf(seconds, longest),
      value: releasedText(seconds),
      tone: index === 0 ? 'tone-first' : 'tone-later',
    })),
  );
  return (
    <Figure
      sentence={releaseSentence(release)}
      note={figures.releaseNote}
      picture={<Bars bars={bars} />}
      table={{
        headings: figures.releaseTable,
        rows: release.map(({ category, parcels, p50, p90, p99 }) => [
          category,
          countText(parcels),
          releasedText(p50),
          releasedText(p90),
          releasedText(p99),
        ]),
      }}
    />
  );
}
