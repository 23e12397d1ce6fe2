/** Every key of the console, and the switch that turns single keys off for people who speak or type otherwise. */
import { Checkbox } from '@mantine/core';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { switchShortcuts, useShortcutsOn } from '../../ui/shortcuts.ts';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['j', 'k'], 'next, previous row'],
  [['o'], 'open the parcel'],
  [['a'], 'take it, or let it go'],
  [['h'], 'hold'],
  [['r'], 'release, propose it, or confirm it'],
  [['s', 'e', 'q'], 'scan, examine, ask the sender'],
  [['c'], 'copy the number'],
  [['n'], 'let the new rows in'],
  [['g'], 'go to the queue'],
  [['/', 'Ctrl K'], 'search'],
  [['?'], 'this help'],
];

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const on = useShortcutsOn();
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <KeyCap key={key}>{key}</KeyCap>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        Amber is used only where somebody must act. A lane is always a word and a shape. Rows never
        move while you look at them.
      </p>
      <Checkbox
        checked={on}
        label="Single keys act at once"
        onChange={(event) => {
          switchShortcuts(event.currentTarget.checked);
        }}
      />
    </Dialog>
  );
}
