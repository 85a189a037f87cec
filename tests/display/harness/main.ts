import '@fontsource-variable/noto-sans-sc/index.css';
import '../../../content/theme.css';
import '../../../display/page.css';
import { mount } from 'svelte';
import { callsByGroup } from '../../../display/calls.ts';
import { baseOf } from '../../../display/glass.ts';
import Board from '../../../display/scenes/Board.svelte';
import Pairing from '../../../display/scenes/Pairing.svelte';
import Starting from '../../../display/scenes/Starting.svelte';
import { Turns } from '../../../display/turns.ts';
import { hallOf, NOW, scenes, states } from '../fixture.ts';

/** Shows one scene with made-up records: `?state=morning`, `&still`, `&lost`, `&groups=2`, `&diagonal=55&distance=8`. */
const asked = new URLSearchParams(location.search);
const glass = { width: innerWidth, height: innerHeight };
const place = { diagonal: Number(asked.get('diagonal') ?? 43), distance: Number(asked.get('distance') ?? 6) };
const base = baseOf(glass, place);
document.documentElement.style.setProperty('--base', `${base}px`);
const target = document.getElementById('page')!;
const state = asked.get('state') ?? 'morning';

if (state === 'pairing') {
  const offer = {
    code: '480726',
    expiresAt: NOW + 9.5 * 60_000,
    url: 'http://192.168.1.20:8080/control/pair?code=480726',
  };
  mount(Pairing, { target, props: { offer, now: NOW, onexpired: () => {}, onwake: () => {} } });
} else if (state === 'starting') {
  mount(Starting, { target, props: { lost: asked.has('lost') } });
} else {
  const records = hallOf(states[state] ?? {});
  const scene = scenes[Number(asked.get('groups') ?? 1) as 1 | 2 | 4];
  const turns = callsByGroup(records, scene).map((calls) => {
    const turns = new Turns();
    turns.learn(calls, NOW);
    const { turn } = turns.step(performance.now());
    return turn && asked.has('still') ? { ...turn, how: 'known' as const } : turn;
  });
  const lostAt = asked.has('lost') ? NOW - 5 * 60_000 : null;
  const props = { records, scene, now: NOW, clockValid: true, turns, glass, base, lostAt, onwake: () => {} };
  mount(Board, { target, props });
}
