/** The day in figures: how fast parcels go, which lanes they take, what is owed; each chart is also a sentence and a table. */
import { useQuery } from '@tanstack/react-query';
import { figuresQuery } from '../../api/queries.ts';
import { longTime } from '../../format/moment.ts';
import { Failed, Waiting } from '../../ui/notice.tsx';
import { useTitle } from '../../ui/title.ts';
import { LanesFigure } from './lanes-figure.tsx';
import { MoneyFigure } from './money-figure.tsx';
import { ReleaseFigure } from './release-figure.tsx';
import { StagesFigure } from './stages-figure.tsx';
import { useWords } from '../../words/use-words.ts';

export function FiguresPage() {
  const { figures: words } = useWords();
  useTitle(words.title);
  const figures = useQuery(figuresQuery);
  if (figures.isPending) return <Waiting />;
  if (figures.isError)
    return <Failed error={figures.error} onRetry={() => void figures.refetch()} />;
  const said = figures.data;
  return (
    <div className="figures">
      <header className="page-header">
        <h1>{words.heading}</h1>
        <p className="muted">
          <time dateTime={said.at}>{words.asOf(longTime(said.at))}</time>
        </p>
      </header>
      <ReleaseFigure release={said.release} />
      <LanesFigure lanes={said.lanes} />
      <MoneyFigure money={said.money} />
      <StagesFigure stages={said.stages} categories={said.categories} />
    </div>
  );
}
