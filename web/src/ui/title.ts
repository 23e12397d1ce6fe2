/** The title of the browser's tab: the page first, the program last. */
import { useEffect } from 'react';

export function useTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} · Luxor`;
  }, [page]);
}
