/** The frame of every page: sidebar, top bar, the page itself, and the help that `?` opens. */
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useSession } from '../../api/queries.ts';
import { Waiting } from '../../ui/notice.tsx';
import { useKeys } from '../../ui/shortcuts.ts';
import { AccountDialog } from './account-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { Sidebar } from './sidebar.tsx';
import { SEARCH_FIELD, TopBar } from './top-bar.tsx';
import { useWords } from '../../words/use-words.ts';

type Opened = 'help' | 'account' | null;

export function Shell() {
  const { shell } = useWords();
  const session = useSession();
  const [opened, setOpened] = useState<Opened>(null);
  const { pathname } = useLocation();
  useShellKeys(() => {
    setOpened('help');
  });
  const close = (): void => {
    setOpened(null);
  };
  return (
    <div className="shell" data-compact={pathname.startsWith('/parcels/')}>
      <a className="skip" href="#page">
        {shell.skip}
      </a>
      <Sidebar session={session} />
      <TopBar
        session={session}
        onHelp={() => {
          setOpened('help');
        }}
        onAccount={() => {
          setOpened('account');
        }}
      />
      <main id="page" className="page" tabIndex={0}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      {opened === 'help' ? <HelpDialog session={session} onClose={close} /> : null}
      {opened === 'account' ? <AccountDialog session={session} onClose={close} /> : null}
    </div>
  );
}

function useShellKeys(onHelp: () => void): void {
  const router = useRouter();
  useKeys({
    '?': onHelp,
    '/': focusSearch,
    g: () => void router.navigate({ to: '/' }),
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      focusSearch();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

function focusSearch(): void {
  const field = document.getElementById(SEARCH_FIELD);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
