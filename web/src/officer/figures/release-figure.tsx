/** How long from arrival to release, per category of immediate release: half, nine in ten, ninety-nine in a hundred. */
import type { Figures } from '../../api/contract.ts';
import { countText } from '../../format/amount.ts';
import { durationText } from '../../format/moment.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { releaseSentence } from './sentences.ts';

/** Seconds to days on one picture: the length is the logarithm, and the value is written at its end. */
const lengthOf = (seconds: number, longest: number): number =>
  Math.log1p(Math.max(0, seconds)) / Math.log1p(Math.max(1, longest));

export function ReleaseFigure({ release }: { readonly release: Figures['release'] }) {
  const longest = Math.max(1, ...release.map(({ p99 }) => p99));
  const bars = release.flatMap(({ category, p50, p90, p99 }) =>
    (
      [
        ['half', p50],
        ['9 in 10', p90],
        ['99 in 100', p99],
      ] as const
    ).map(([share, seconds], index) => ({
      key: `${category.toString()}${share}`,
      label: (
        <>
          {index === 0 ? <strong>Category {category}</strong> : null}
          <span className="bar-sub">{share}</span>
        </>
      ),
      share: lengthOf(seconds, longest),
      value: durationText(seconds),
      tone: index === 0 ? 'tone-first' : 'tone-later',
    })),
  );
  return (
    <Figure
      sentence={releaseSentence(release)}
      note="From arrival to release; lengths are logarithmic."
      picture={<Bars bars={bars} />}
      table={{
        headings: ['Category', 'Released', 'Half within', '9 in 10 within', '99 in 100 within'],
        rows: release.map(({ category, parcels, p50, p90, p99 }) => [
          category,
          countText(parcels),
          durationText(p50),
          durationText(p90),
          durationText(p99),
        ]),
      }}
    />
  );
}
