import { findRoute, panelAddress, pathOf, readQuery, writeQuery } from './route.ts';
import type { PageName, Route } from './route.ts';

/** Where the panel is. Links are plain `<a href>`; clicks on them inside the panel do not load the page again. */
export class Router {
  path = $state(location.pathname);
  search = $state(location.search);
  route: Route = $derived(findRoute(this.path));
  query = $derived(readQuery(this.search));

  /** Follows the browser's back key and clicks on links of the panel. Returns the way to stop. */
  listen(): () => void {
    const follow = (): void => this.#read();
    const click = (event: MouseEvent): void => this.#catch(event);
    window.addEventListener('popstate', follow);
    document.addEventListener('click', click);
    return () => {
      window.removeEventListener('popstate', follow);
      document.removeEventListener('click', click);
    };
  }

  go(page: PageName, id?: string, query: Record<string, string> = {}): void {
    this.#show(pathOf(page, id) + writeQuery(query), false);
  }

  /** Like `go`, but the page left is not kept in the history. */
  replace(page: PageName, id?: string): void {
    this.#show(pathOf(page, id), true);
  }

  #show(address: string, replace: boolean): void {
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#read();
    window.scrollTo(0, 0);
  }

  #read(): void {
    this.path = location.pathname;
    this.search = location.search;
  }

  #catch(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || link.target || link.hasAttribute('download')) return;
    const address = panelAddress(link.href, location.href);
    if (address === null) return;
    event.preventDefault();
    this.#show(address, false);
  }
}
