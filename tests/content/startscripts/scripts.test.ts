import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startKinds, startScript } from '../../../content/startscripts/scripts.ts';

const KEY = 'k'.repeat(43);
const plan = {
  origin: 'http://192.168.1.10:8080',
  windows: [
    { id: 's1', name: '大厅东侧电视', key: KEY },
    {
      id: 's2',
      name: '窗口屏 "2" & $(reboot) `x` %PATH%',
      key: `${KEY}"&$(reboot)`,
      at: { x: 1920, y: 0, width: 1080, height: 1920 },
    },
  ],
};
const homes: string[] = [];
afterEach(() => homes.splice(0).forEach((home) => rmSync(home, { recursive: true })));

/** Runs a script in a home of its own with stand-ins for the programs that it looks for. */
function runDry(kind: 'linux-x' | 'linux-cage'): string {
  const home = mkdtempSync(join(tmpdir(), 'start-'));
  homes.push(home);
  mkdirSync(join(home, 'path'));
  for (const name of ['chromium', 'cage']) {
    writeFileSync(join(home, 'path', name), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
    chmodSync(join(home, 'path', name), 0o755);
  }
  const { text } = startScript(kind, plan);
  writeFileSync(join(home, 'start.sh'), text);
  const env = { HOME: home, PATH: `${join(home, 'path')}:/usr/bin:/bin` };
  execFileSync('bash', ['-n', join(home, 'start.sh')]);
  execFileSync('bash', [join(home, 'start.sh'), 'dry'], { env });
  return home;
}

describe('start scripts (interrupts.md)', () => {
  it('[Z18] no name of a screen reaches a command, and no address that is none', () => {
    for (const kind of startKinds) {
      const { text } = startScript(kind, plan);
      expect(text).not.toMatch(/\$\(reboot\)|`x`|%PATH%/);
      expect(text).toContain('http://192.168.1.10:8080/display');
      expect(() => startScript(kind, { ...plan, origin: 'http://x" & del' })).toThrow();
    }
  });

  it('[Z18] Linux: each window becomes a unit that starts the browser with a profile and place of its own', () => {
    const home = runDry('linux-x');
    const run = join(home, '.local/share/mingting/mingting-s2');
    const words = execFileSync(run, { encoding: 'utf8' }).split('\n');
    expect(words).toContain('--window-position=1920,0');
    expect(words).toContain('--unsafely-treat-insecure-origin-as-secure=http://192.168.1.10:8080');
    expect(words).toContain(`--user-data-dir=${home}/.local/share/mingting/s2`);
    // What is no sign of a key never gets there.
    expect(words).toContain(`http://192.168.1.10:8080/display#key=${KEY}reboot`);
    // [W17] nobody else on this computer reads the key.
    expect(statSync(run).mode & 0o077).toBe(0);
    const unit = readFileSync(join(home, '.config/systemd/user/mingting-s1.service'), 'utf8');
    expect(unit).toContain('Restart=always');
    expect(unit).toContain(`ExecStart=${home}/.local/share/mingting/mingting-s1`);
  });

  it('[Z18] Linux without a desktop: cage shows the first screen alone', () => {
    const home = runDry('linux-cage');
    const run = join(home, '.local/share/mingting/mingting-s1');
    const words = execFileSync(run, {
      encoding: 'utf8',
      env: { PATH: `${join(home, 'path')}:/usr/bin:/bin` },
    });
    expect(words).toMatch(/^--\n.*chromium\n--kiosk/);
    expect(() => readFileSync(join(home, '.local/share/mingting/mingting-s2'))).toThrow();
  });

  it('[Z18] Windows: every line ends as cmd wants it, every jump has its label, every window its loop', () => {
    const { text, name } = startScript('windows', plan);
    expect(name).toBe('mingting-s1.cmd');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    for (const [, label] of text.matchAll(/goto (show\d)/g)) expect(text).toContain(`\r\n:${label}\r\n`);
    expect(text.match(/^:show\d/gm)).toHaveLength(2);
    expect(text.split('"').length % 2).toBe(1);
  });
});
