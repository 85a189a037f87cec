/** Version that the hub stamped into this page when it sent it; empty on a page that no hub sent. */
export const VERSION =
  document.querySelector<HTMLMetaElement>('meta[name="mingting-version"]')?.content ?? '';

/** Whether the hub has another page than this one by now. */
export function isOutdated(version: string): boolean {
  return VERSION !== '' && version !== VERSION;
}
