/** Above every page: search, the office and its time, the person, the theme and the help, always in the same place. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Session } from '../../api/contract.ts';
import { wallClock, writtenIn } from '../../format/moment.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useOfficeNow } from '../../api/office-clock.ts';
import { useWords } from '../../words/use-words.ts';
import { opens } from './roles.ts';

export const SEARCH_FIELD = 'search-field';

type TopBarProps = {
  readonly session: Session;
  readonly onHelp: () => void;
  readonly onAccount: () => void;
};

export function TopBar({ session, onHelp, onAccount }: TopBarProps) {
  const { shell } = useWords();
  const { person } = session;
  return (
    <header className="top-bar">
      {opens(session, '/search') ? <SearchForm /> : null}
      <span className="top-office">{person.office.name}</span>
      <OfficeClock zone={person.zone} />
      <button type="button" className="top-person" aria-haspopup="dialog" onClick={onAccount}>
        {person.name}
      </button>
      <ThemeButton />
      <button type="button" className="top-help" aria-label={shell.helpAndKeys} onClick={onHelp}>
        <KeyCap>?</KeyCap>
      </button>
    </header>
  );
}

function SearchForm() {
  const { shell } = useWords();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ strict: false });
  return (
    <form
      className="search-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('q');
        if (typeof text === 'string' && text.trim() !== '')
          void navigate({ to: '/search', search: { q: text.trim() } });
      }}
    >
      <input
        key={q}
        id={SEARCH_FIELD}
        name="q"
        type="search"
        defaultValue={q}
        autoComplete="off"
        spellCheck={false}
        aria-label={shell.search}
        placeholder={shell.search}
      />
      <span className="search-key">
        <KeyCap>Ctrl K</KeyCap>
      </span>
    </form>
  );
}

function OfficeClock({ zone }: { readonly zone: string }) {
  const { shell } = useWords();
  const now = useOfficeNow();
  const written = writtenIn(now, zone);
  return (
    <time className="top-clock" dateTime={written} title={shell.timeIn(zone)}>
      {wallClock(now, zone)}
    </time>
  );
}

function ThemeButton() {
  const { shell } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const other = shown === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="top-theme"
      aria-label={shell.useTheme[other]}
      title={shell.useTheme[other]}
      onClick={() => {
        setColorScheme(other);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.500" fill="none" strokeWidth="1.300" />
        <path className="theme-half" d="M8 2.500a5.500 5.500 0 0 1 0 11z" />
      </svg>
    </button>
  );
}
