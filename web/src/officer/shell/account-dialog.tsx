/** Who is signed in, as what and where; how the console looks; and the way out. */
import { Button, Radio, useMantineColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { signOut } from '../../api/client.ts';
import type { Session } from '../../api/contract.ts';
import { queryClient } from '../../api/queries.ts';
import { roleWords } from '../../format/words.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function AccountDialog({
  session,
  onClose,
}: {
  readonly session: Session;
  readonly onClose: () => void;
}) {
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
        <dt>Role</dt>
        <dd>{roleWords(person.roles)}</dd>
        <dt>Office</dt>
        <dd>
          {person.office.name} <span className="code">{person.office.code}</span>
        </dd>
        <dt>Time</dt>
        <dd>{person.zone}</dd>
        <dt>Law of</dt>
        <dd>{jurisdiction.title}</dd>
      </dl>
      <ThemeChoice />
      <div className="dialog-buttons">
        <Button variant="default" onClick={leave}>
          Sign out
        </Button>
      </div>
    </Dialog>
  );
}

const THEMES = [
  ['auto', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className="choice">
      <legend>Theme</legend>
      {THEMES.map(([value, label]) => (
        <Radio
          key={value}
          name="theme"
          value={value}
          label={label}
          checked={colorScheme === value}
          onChange={() => {
            setColorScheme(value);
          }}
        />
      ))}
    </fieldset>
  );
}
