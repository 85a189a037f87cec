import type { Scene } from '../model/scene.ts';

const calling: readonly Scene['is'][] = ['board', 'calls', 'mixed', 'program', 'media'];

/** Whether a screen with this scene tells calls: as its picture, or over what it plays (media.md N12). */
export const tellsCalls = ({ is }: Pick<Scene, 'is'>): boolean => calling.includes(is);
