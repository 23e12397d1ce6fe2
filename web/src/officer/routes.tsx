/** The console's table of contents: every path, what its address may say, and which page answers. */
import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  redirect,
  stringifySearchWith,
} from '@tanstack/react-router';
import type { QueueView } from '../api/contract.ts';
import { queryClient, sessionQuery } from '../api/queries.ts';
import { QueuePage } from './queue/queue-page.tsx';
import { SearchPage } from './search-page.tsx';
import { NotFound, PageFault } from './shell/faults.tsx';
import { firstPageFor, opens, pageOf, type Page } from './shell/roles.ts';
import { Shell } from './shell/shell.tsx';
import { SignInPage } from './sign-in-page.tsx';

const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageFault,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    given('next', search['next']),
});

/** Everything inside the shell is for somebody who has signed in; who has not comes back here afterwards, if it is theirs. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.query({ ...sessionQuery, staleTime: 'static' });
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes a redirect as a thrown value
    if (session === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    const page = pageOf(location.pathname);
    const first = firstPageFor(session);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes a redirect as a thrown value
    if (first !== page && page !== null && !opens(session, page)) throw redirect({ to: first });
  },
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: async () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes a redirect as a thrown value
    throw redirect({ to: await firstPage() });
  },
});

export type QueueSearch = {
  view?: QueueView;
  means?: string;
  lane?: string;
  after?: string;
  selected?: string;
};

const VIEWS: readonly QueueView[] = ['all', 'mine', 'unclaimed', 'waiting'];

const queueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queue',
  component: QueuePage,
  validateSearch: (search: Record<string, unknown>): QueueSearch => {
    const view = VIEWS.find((each) => each === search['view']);
    return {
      ...(view === undefined ? {} : { view }),
      ...given('means', search['means']),
      ...given('lane', search['lane']),
      ...given('after', search['after']),
      ...given('selected', search['selected']),
    };
  },
});

const parcelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/parcels/$scheme/$number',
  component: lazyRouteComponent(() => import('./parcel/parcel-page.tsx'), 'ParcelPage'),
});

const searchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/search',
  component: SearchPage,
  validateSearch: (search: Record<string, unknown>): { q?: string } => given('q', search['q']),
});

const figuresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/figures',
  component: lazyRouteComponent(() => import('./figures/figures-page.tsx'), 'FiguresPage'),
});

const moneyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/money',
  component: lazyRouteComponent(() => import('./money/money-page.tsx'), 'MoneyPage'),
});

const agencyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agency',
  component: lazyRouteComponent(() => import('./agency/agency-page.tsx'), 'AgencyPage'),
});

const operationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('./operations/operations-page.tsx'), 'OperationsPage'),
});

async function firstPage(): Promise<Page> {
  const session = await queryClient.query({ ...sessionQuery, staleTime: 'static' });
  return session === null ? '/queue' : firstPageFor(session);
}

/** A member of the address that is there, as text. */
function given<Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> {
  if (typeof value !== 'string' || value === '') return {};
  return { [name]: value } as Record<Name, string>;
}

export const router = createRouter({
  basepath: '/officer',
  routeTree: rootRoute.addChildren([
    signInRoute,
    shellRoute.addChildren([
      homeRoute,
      queueRoute,
      parcelRoute,
      searchRoute,
      figuresRoute,
      moneyRoute,
      agencyRoute,
      operationsRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  /** Words in the address stay words: a parcel number of digits is not a figure. */
  parseSearch: parseSearchWith((text) => text),
  stringifySearch: stringifySearchWith(String),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
