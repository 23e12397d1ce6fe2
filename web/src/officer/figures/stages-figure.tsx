/** Where the day's parcels are on their way, and which category of immediate release they have. */
import type { Figures } from '../../api/contract.ts';
import { countText } from '../../format/amount.ts';
import { capital, stageOrder, stageWords } from '../../format/words.ts';
import { Bars } from './bars.tsx';
import { Figure } from './figure.tsx';
import { percent, stagesSentence, totalOf } from './sentences.ts';
import { useWords } from '../../words/use-words.ts';

export function StagesFigure({ stages, categories }: Pick<Figures, 'stages' | 'categories'>) {
  const { figures } = useWords();
  const total = totalOf(stages);
  const passed = stages.toSorted((a, b) => stageOrder(a.stage) - stageOrder(b.stage));
  const most = Math.max(1, ...stages.map(({ parcels }) => parcels));
  const bars = passed.map(({ stage, parcels }) => ({
    key: stage,
    label: capital(stageWords(stage)),
    share: Math.log1p(parcels) / Math.log1p(most),
    value: countText(parcels),
    tone: 'tone-later',
  }));
  const named = [
    ...passed.map(({ stage, parcels }) => [capital(stageWords(stage)), parcels] as const),
    ...categories.map(({ category, parcels }) => [figures.category(category), parcels] as const),
  ];
  return (
    <Figure
      sentence={stagesSentence(stages)}
      note={figures.stagesNote}
      picture={<Bars bars={bars} />}
      table={{
        headings: figures.stagesTable,
        rows: named.map(([name, parcels]) => [name, countText(parcels), percent(parcels, total)]),
      }}
    />
  );
}
