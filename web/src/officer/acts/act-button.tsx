/** A button for an act, with its key; one that may not be pressed stays visible and says why, in the refusal's own words. */
import { useId } from 'react';
import type { OfferedAct } from '../../api/contract.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { keyFor } from './acts.ts';
import { actLabel } from '../../format/words.ts';
import { useWords } from '../../words/use-words.ts';

type ActButtonProps = {
  readonly offered: OfferedAct;
  readonly filled?: boolean;
  readonly busy?: boolean;
  /** The element that says the refusal for a whole group. */
  readonly saidAt?: string;
  readonly onPress: () => void;
};

export function ActButton({
  offered,
  filled = false,
  busy = false,
  saidAt,
  onPress,
}: ActButtonProps) {
  useWords();
  const because = useId();
  const key = keyFor(offered);
  const refused = offered.enabled ? null : (offered.because ?? null);
  const says = saidAt === undefined ? refused : null;
  return (
    <button
      type="button"
      className="act"
      data-filled={filled}
      aria-disabled={!offered.enabled}
      aria-busy={busy}
      aria-keyshortcuts={key ?? undefined}
      aria-describedby={refused === null ? undefined : (saidAt ?? because)}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      <span className="act-label">
        {actLabel(offered)}
        {says === null ? null : (
          <span className="act-because" id={because}>
            <bdi>{says}</bdi>
          </span>
        )}
      </span>
      {key === null ? null : <KeyCap>{key}</KeyCap>}
    </button>
  );
}
