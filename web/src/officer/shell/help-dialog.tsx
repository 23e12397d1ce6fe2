/** Every key of the console, and the switch that turns single keys off for people who speak or type otherwise. */
import { Checkbox } from '@mantine/core';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { switchShortcuts, useShortcutsOn } from '../../ui/shortcuts.ts';
import type { Texts } from '../../words/english.ts';
import { useWords } from '../../words/use-words.ts';

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

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { keys: said } = useWords();
  const on = useShortcutsOn();
  return (
    <Dialog title={said.title} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([keys, does]) => (
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
