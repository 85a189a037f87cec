import type { ContentScene } from '../model/scene.ts';
import type { Records } from '../records.ts';

/** What a scene names that is not there (any more), or a medium that nobody has looked at; null when all is well. */
export function missingIn(records: Records, scene: ContentScene): 'gone' | 'unchecked' | null {
  switch (scene.is) {
    case 'media': {
      const medium = records.get('medium', scene.medium);
      if (!medium || medium.removed) return 'gone';
      return medium.checked ? null : 'unchecked';
    }
    case 'plan':
      return records.get('plan', scene.plan) ? null : 'gone';
    case 'guide':
      return (scene.items ?? []).every((id) => records.get('item', id)) ? null : 'gone';
    case 'packages':
      return (scene.packages ?? []).every((id) => records.get('package', id)) ? null : 'gone';
    case 'rules':
      return (scene.rules ?? []).every((id) => records.get('rule', id)) ? null : 'gone';
    default:
      return null;
  }
}

/** SHA-256 names of the files without which a scene cannot be drawn, in the order in which it needs them. */
export function filesOf(records: Records, scene: ContentScene): string[] {
  const medium = (id: string): string[] => {
    const body = records.get('medium', id);
    if (!body || body.removed) return [];
    return body.is === 'document' ? (body.pages ?? []) : [body.upload];
  };
  switch (scene.is) {
    case 'media':
      return medium(scene.medium);
    case 'plan': {
      const plan = records.get('plan', scene.plan);
      return plan?.medium === undefined ? [] : medium(plan.medium);
    }
    case 'staff':
      return [...records.all('staff')].flatMap(({ body }) =>
        body.photo === undefined ? [] : medium(body.photo),
      );
    case 'notices':
    case 'publicity':
      return [...records.all('notice')].flatMap(({ body }) =>
        body.withdrawn ? [] : picturesOf(body.blocks).flatMap(medium),
      );
    default:
      return [];
  }
}

/** Media in the text of a notice. */
const picturesOf = (blocks: readonly { is: string; medium?: string }[] | undefined): string[] =>
  (blocks ?? []).flatMap(({ medium }) => medium ?? []);
