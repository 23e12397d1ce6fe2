/** A parcel's number in groups of four that copies as the number itself, and the button that copies it. */
import { useClipboard } from '@mantine/hooks';
import { groupsOf } from '../format/identifier.ts';
import type { ParcelIdentity } from '../format/identifier.ts';
import { useWords } from '../words/use-words.ts';

export function ParcelNumber({ parcel }: { readonly parcel: ParcelIdentity }) {
  return (
    <bdi className="parcel-number" dir="ltr">
      {groupsOf(parcel).map((group, index) => (
        <span key={`${index.toString()}${group}`}>{group}</span>
      ))}
    </bdi>
  );
}

export function CopyButton({
  parcel,
  reachable = true,
}: {
  readonly parcel: ParcelIdentity;
  readonly reachable?: boolean;
}) {
  const { shell } = useWords();
  const clipboard = useClipboard({ timeout: 1_500 });
  return (
    <button
      type="button"
      className="copy-button"
      data-copied={clipboard.copied}
      tabIndex={reachable ? 0 : -1}
      title={shell.copy}
      aria-label={clipboard.copied ? shell.copied : shell.copyNumber(parcel.number)}
      onClick={(event) => {
        event.stopPropagation();
        clipboard.copy(parcel.number);
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {clipboard.copied ? (
          <path d="m3 8.500 3.200 3.200L13 4.900" fill="none" strokeWidth="2" />
        ) : (
          <path d="M5.500 5.500v-3h8v8h-3m-8-5h8v8h-8z" fill="none" strokeWidth="1.300" />
        )}
      </svg>
    </button>
  );
}
