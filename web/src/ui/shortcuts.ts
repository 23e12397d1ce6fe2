/** Single keys that act at once: never while somebody types or a dialog is open, and only while they are switched on. */
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export type KeyActions = Readonly<Record<string, (() => void) | undefined>>;

const STORED = 'luxor-single-keys';
const listeners = new Set<() => void>();

const areOn = (): boolean => localStorage.getItem(STORED) !== 'off';

/** WCAG 2.1.4: single-key shortcuts can be switched off; the choice stays with this browser. */
export function switchShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, 'off');
  for (const listener of listeners) listener();
}

export const useShortcutsOn = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areOn);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const dialogIsOpen = (): boolean => document.querySelector('dialog[open]') !== null;

/** Keys of this page while it is mounted; a key without an action is left to the browser. */
export function useKeys(actions: KeyActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!areOn() || isTyping(event.target) || dialogIsOpen()) return;
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      onKey(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
