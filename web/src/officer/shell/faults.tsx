/** What the console shows when a page does not exist, cannot be shown, or when the officer was signed out meanwhile. */
import { Link, useRouter } from '@tanstack/react-router';
import { ReadFault } from '../../api/client.ts';
import { queryClient } from '../../api/queries.ts';
import { Failed } from '../../ui/notice.tsx';

export function NotFound() {
  return (
    <main className="lonely">
      <div className="notice">
        <h1>There is no such page</h1>
        <p>
          The address may be mistyped. <Link to="/queue">Go to the queue</Link> or search with Ctrl
          K.
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
