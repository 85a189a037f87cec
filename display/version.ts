/** Version that the hub stamped into this page when it sent it; empty on a page that no hub sent. */
export function pageVersion(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="mingting-version"]')?.content ?? '';
}

/** Whether the hub, being of this version, has another page than this one by now. */
export function isOutdated(hubVersion: string): boolean {
  const own = pageVersion();
  return own !== '' && hubVersion !== own;
}
