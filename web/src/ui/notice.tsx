/** What a page says instead of its content: that it waits, that something failed, or that there is nothing and what to do. */
import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ReadFault } from '../api/client.ts';

export function Waiting({ rows = 8 }: { readonly rows?: number }) {
  return (
    <div className="waiting" role="status" aria-label="Loading">
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
  const said = error instanceof ReadFault ? error.problem : null;
  return (
    <div className="notice" role="alert">
      <h2>{said?.title ?? 'This page could not be shown'}</h2>
      <p>{said?.detail ?? (error instanceof Error ? error.message : 'Try again in a moment.')}</p>
      {onRetry === undefined ? null : (
        <Button variant="default" onClick={onRetry}>
          Try again
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
