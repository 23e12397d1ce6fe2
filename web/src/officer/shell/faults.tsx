/** What the console shows when a page does not exist, cannot be shown, or when the officer was signed out meanwhile. */
import { Link, useRouter } from '@tanstack/react-router';
import { ReadFault } from '../../api/client.ts';
import { queryClient } from '../../api/queries.ts';
import { Failed } from '../../ui/notice.tsx';
import { useWords } from '../../words/use-words.ts';

export function NotFound() {
  const { shell } = useWords();
  return (
    <main className="lonely">
      <div className="notice">
        <h1>{shell.noPage}</h1>
        <p>
          {shell.noPageSays} <Link to="/">{shell.toFirst}</Link>
        </p>
      </div>
    </main>
  );
}

export function PageFault({ error }: { readonly error: unknown }) {
  const router = useRouter();
  const signedOut = error instanceof ReadFault && error.problem.status === 401;
  return (
    <main className="lonely">
      <Failed
        error={error}
        onRetry={() => {
          if (signedOut) queryClient.clear();
          void router.invalidate();
        }}
      />
    </main>
  );
}
