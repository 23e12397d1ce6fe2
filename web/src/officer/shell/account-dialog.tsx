/** Who is signed in, as what and where; how the console looks; and the way out. */
import { Button, Radio, useMantineColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { signOut } from '../../api/client.ts';
import type { Session } from '../../api/contract.ts';
import { queryClient } from '../../api/queries.ts';
import { roleWords } from '../../format/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { LanguageChoice } from './language-choice.tsx';

export function AccountDialog({
  session,
  onClose,
}: {
  readonly session: Session;
  readonly onClose: () => void;
}) {
  const { shell } = useWords();
  const { person, jurisdiction } = session;
  const router = useRouter();
  const leave = (): void => {
    void signOut(session.csrf).then(() => {
      queryClient.clear();
      void router.navigate({ to: '/sign-in' });
    });
  };
  return (
    <Dialog title={person.name} onClose={onClose}>
      <dl className="pairs">
        <dt>{shell.role}</dt>
        <dd>{roleWords(person.roles)}</dd>
        <dt>{shell.office}</dt>
        <dd>
          {person.office.name} <span className="code">{person.office.code}</span>
        </dd>
        <dt>{shell.time}</dt>
        <dd>{person.zone}</dd>
        <dt>{shell.lawOf}</dt>
        <dd>{jurisdiction.title}</dd>
      </dl>
      <LanguageChoice />
      <ThemeChoice />
      <div className="dialog-buttons">
        <Button variant="default" onClick={leave}>
          {shell.signOut}
        </Button>
      </div>
    </Dialog>
  );
}

const THEMES = ['auto', 'light', 'dark'] as const;

function ThemeChoice() {
  const { shell } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className="choice">
      <legend>{shell.theme}</legend>
      {THEMES.map((value) => (
        <Radio
          key={value}
          name="theme"
          value={value}
          label={shell.themes[value]}
          checked={colorScheme === value}
          onChange={() => {
            setColorScheme(value);
          }}
        />
      ))}
    </fieldset>
  );
}
