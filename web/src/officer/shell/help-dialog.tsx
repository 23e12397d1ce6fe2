/** Every key of the console, and the switch that turns single keys off for people who speak or type otherwise. */
import { Checkbox } from '@mantine/core';
import type { Session } from '../../api/contract.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { switchShortcuts, useShortcutsOn } from '../../ui/shortcuts.ts';
import type { Texts } from '../../words/english.ts';
import { useWords } from '../../words/use-words.ts';
import { firstPageFor } from './roles.ts';

type Said = Exclude<keyof Texts['keys'], 'title' | 'says' | 'single'>;

const KEYS: readonly (readonly [keys: readonly string[], does: Said])[] = [
  [['j', 'k'], 'rows'],
  [['o'], 'open'],
  [['a'], 'take'],
  [['h'], 'hold'],
  [['r'], 'release'],
  [['s', 'e', 'q'], 'controls'],
  [['c'], 'copy'],
  [['n'], 'letIn'],
  [['g'], 'queue'],
  [['/', 'Ctrl K'], 'search'],
  [['?'], 'help'],
];

/** Who speaks for another agency answers; the keys of the desk do nothing there. */
const AGENCY_KEYS: typeof KEYS = [
  [['j', 'k'], 'rows'],
  [['a'], 'agree'],
  [['f'], 'refuse'],
  [['q'], 'askSender'],
  [['c'], 'copy'],
  [['g'], 'queue'],
  [['?'], 'help'],
];

type HelpDialogProps = { readonly session: Session; readonly onClose: () => void };

export function HelpDialog({ session, onClose }: HelpDialogProps) {
  const { keys: said } = useWords();
  const on = useShortcutsOn();
  const shown = firstPageFor(session) === '/agency' ? AGENCY_KEYS : KEYS;
  return (
    <Dialog title={said.title} onClose={onClose}>
      <dl className="keys">
        {shown.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <KeyCap key={key}>{key}</KeyCap>
              ))}
            </dt>
            <dd>{said[does]}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{said.says}</p>
      <Checkbox
        checked={on}
        label={said.single}
        onChange={(event) => {
          switchShortcuts(event.currentTarget.checked);
        }}
      />
    </Dialog>
  );
}
