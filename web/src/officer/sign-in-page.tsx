/** The first door of the demo: named people with their roles and offices; the full doors replace this page. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { signIn } from '../api/client.ts';
import type { Problem } from '../api/client.ts';
import type { Person } from '../api/contract.ts';
import { setOfficeClock } from '../api/office-clock.ts';
import { peopleQuery, queryClient, sessionQuery } from '../api/queries.ts';
import { roleWords } from '../format/words.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Empty, Failed, Waiting } from '../ui/notice.tsx';
import { useTitle } from '../ui/title.ts';
import { chooseLanguage, LANGUAGES, type Language } from '../words/current.ts';
import { useLanguage, useWords } from '../words/use-words.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { signIn: said } = useWords();
  useTitle(said.title);
  const people = useQuery(peopleQuery);
  const { problem, enter, busy } = useEntering();
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-brand">
          <BrandMark /> Luxor
          <LanguageButtons />
        </p>
        <h1>{said.who}</h1>
        <p className="muted">{said.says}</p>
        {problem === null ? null : (
          <p className="refusal" role="alert">
            {problem.detail}
          </p>
        )}
        {people.isPending ? <Waiting rows={4} /> : null}
        {people.isError ? (
          <Failed error={people.error} onRetry={() => void people.refetch()} />
        ) : null}
        {people.data?.length === 0 ? <Empty title={said.nobody}>{said.nobodySays}</Empty> : null}
        <ul className="people">
          {(people.data ?? []).map((person) => (
            <PersonRow key={person.id} person={person} busy={busy} onEnter={enter} />
          ))}
        </ul>
      </div>
    </main>
  );
}

/** Who does not read the language of the page finds their own by its name. */
function LanguageButtons() {
  const spoken = useLanguage();
  return (
    <span className="sign-in-languages">
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === spoken}
          onClick={() => void chooseLanguage(language)}
        >
          {LANGUAGES[language]}
        </button>
      ))}
    </span>
  );
}

function PersonRow({
  person,
  busy,
  onEnter,
}: {
  readonly person: Person;
  readonly busy: boolean;
  readonly onEnter: (person: string) => void;
}) {
  return (
    <li>
      <button
        type="button"
        className="person"
        disabled={busy}
        onClick={() => {
          onEnter(person.id);
        }}
      >
        <span className="person-name">{person.name}</span>
        <span className="person-role">{roleWords(person.roles)}</span>
        <span className="person-office">{person.office.name}</span>
      </button>
    </li>
  );
}

function useEntering() {
  const router = useRouter();
  const { next } = route.useSearch();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = (person: string): void => {
    setBusy(true);
    void signIn(person).then(async (outcome) => {
      setBusy(false);
      if (!outcome.ok) {
        setProblem(outcome.problem);
        return;
      }
      queryClient.clear();
      setOfficeClock(outcome.value.now, outcome.value.pace);
      queryClient.setQueryData(sessionQuery.queryKey, outcome.value);
      if (next === undefined) await router.navigate({ to: '/' });
      else router.history.push(`/officer${next}`);
    });
  };
  return { problem, enter, busy };
}
