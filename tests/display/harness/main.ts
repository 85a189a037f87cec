import '@fontsource-variable/noto-sans-sc/index.css';
import '../../../content/theme.css';
import '../../../display/page.css';
import { mount } from 'svelte';
import { callsOf } from '../../../display/calls.ts';
import { baseOf } from '../../../display/glass.ts';
import Board from '../../../display/scenes/Board.svelte';
import Pairing from '../../../display/scenes/Pairing.svelte';
import Starting from '../../../display/scenes/Starting.svelte';
import { Turns } from '../../../display/turns.ts';
import { hallOf, NOW, states } from '../fixture.ts';

/** Shows one scene with made-up records: `?state=morning`, `&still`, `&lost`, `&diagonal=55&distance=8`. */
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
  const turns = new Turns();
  turns.learn(callsOf(records), NOW);
  const { turn } = turns.step(performance.now());
  const shown = turn && asked.has('still') ? { ...turn, how: 'known' as const } : turn;
  const lostAt = asked.has('lost') ? NOW - 5 * 60_000 : null;
  const props = { records, now: NOW, clockValid: true, turn: shown, glass, base, lostAt, onwake: () => {} };
  mount(Board, { target, props });
}
