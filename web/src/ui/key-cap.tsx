/** A key as it stands on the keyboard. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd className="key-cap" dir="ltr">
      {children}
    </kbd>
  );
}
