/** The officer console as one component: its look, its memory of answers and its table of contents. */
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { onSignedOut, queryClient, sessionQuery } from '../api/queries.ts';
import { theme } from '../ui/theme.ts';
import { router } from './routes.tsx';

/** Who was signed out meanwhile is asked to sign in, and comes back to the same page. */
onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { next: href } }).then(() => {
    queryClient.setQueryData(sessionQuery.queryKey, null);
  });
});

const scheme = localStorageColorSchemeManager({ key: 'luxor-theme' });

/** Mantine writes no <style> of its own here: its variables and classes come from our files, as the content policy wants. */
export function Program() {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
