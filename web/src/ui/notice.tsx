/** What a page says instead of its content: that it waits, that something failed, or that there is nothing and what to do. */
import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ReadFault } from '../api/client.ts';
import { useWords } from '../words/use-words.ts';

export function Waiting({ rows = 8 }: { readonly rows?: number }) {
  const { shell } = useWords();
  return (
    <div className="waiting" role="status" aria-label={shell.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={16} radius="sm" />
      ))}
    </div>
  );
}

export function Failed({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { shell } = useWords();
  const said = error instanceof ReadFault ? error.problem : null;
  return (
    <div className="notice" role="alert">
      <h2>{said?.title ?? shell.notShown}</h2>
      <p>{said?.detail ?? (error instanceof Error ? error.message : shell.againSoon)}</p>
      {onRetry === undefined ? null : (
        <Button variant="default" onClick={onRetry}>
          {shell.again}
        </Button>
      )}
    </div>
  );
}

export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      <p>{children}</p>
    </div>
  );
}
