/** Which parcel is chosen and what is being done with it, by keys as by buttons. */
import { useState } from 'react';
import type { AgencyParcel } from '../../api/contract.ts';
import { keyOf } from '../../format/identifier.ts';
import { useKeys } from '../../ui/shortcuts.ts';
import { KEYS, mayChoose, type AgencyChoice, type Answering } from './choices.ts';

export const cardId = (key: string): string => `asked-${key}`;

export function useAnswering(shown: readonly AgencyParcel[]) {
  const [wanted, setWanted] = useState<string | null>(null);
  const [answering, setAnswering] = useState<Answering | null>(null);
  const at = Math.max(
    0,
    shown.findIndex(({ parcel }) => keyOf(parcel) === wanted),
  );
  const chosen = shown[at];
  const step = (by: 1 | -1) => (): void => {
    const to = shown[at + by];
    if (to === undefined) return;
    const key = keyOf(to.parcel);
    setWanted(key);
    document.getElementById(cardId(key))?.focus();
  };
  const choose = (choice: AgencyChoice): (() => void) | undefined =>
    chosen === undefined || !mayChoose(chosen, choice)
      ? undefined
      : () => {
          setAnswering({ asked: chosen, choice });
        };
  useKeys({
    j: step(1),
    ArrowDown: step(1),
    k: step(-1),
    ArrowUp: step(-1),
    [KEYS.agreed]: choose('agreed'),
    [KEYS.refused]: choose('refused'),
    [KEYS.ask]: choose('ask'),
    c: () => {
      if (chosen !== undefined) void navigator.clipboard.writeText(chosen.parcel.number);
    },
  });
  return {
    chosen: chosen === undefined ? null : keyOf(chosen.parcel),
    choose: setWanted,
    answering,
    begin: setAnswering,
    end: () => {
      setAnswering(null);
    },
  };
}
