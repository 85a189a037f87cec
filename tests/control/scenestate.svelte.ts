import type { Scene } from '../../content/model/screen.ts';

/** A scene that a form is bound to. */
export class SceneState {
  scene: Scene = $state.raw({ is: 'board' });

  constructor(scene: Scene) {
    this.scene = scene;
  }
}
