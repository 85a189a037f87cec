import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../templates/browser.mjs';
import { freePort } from './process.ts';

/** A unit of the script, run as systemd runs it. */
interface Unit {
  run: string;
  restartMs: number;
  /** DevTools port of its browser. */
  port: number;
  child: ChildProcess | null;
  starts: number;
}

/**
 * A screen's PC without systemd and without a monitor: a home of its own, in which a start script is run dry, and what
 * its units ask for done by hand. Its `chromium` is the real one, told to draw nowhere and to be listened to.
 */
export class KioskPc {
  readonly home: string;
  readonly units = new Map<string, Unit>();
  #over = false;

  constructor(home: string) {
    this.home = home;
  }

  /** Writes the script down and runs it. `host` is a name of the network that means this computer. */
  async install(script: string, host: string): Promise<void> {
    const path = join(this.home, 'path');
    await mkdir(path, { recursive: true });
    const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking';
    const wrapper = `#!/bin/sh\nexec "${findBrowser('page', process.env)!}" ${flags} "--host-resolver-rules=MAP ${host} 127.0.0.1" "--remote-debugging-port=$DEVTOOLS" "$@"\n`;
    await writeFile(join(path, 'chromium'), wrapper);
    await chmod(join(path, 'chromium'), 0o755);
    await writeFile(join(this.home, 'start.sh'), script);
    execFileSync('bash', [join(this.home, 'start.sh'), 'dry'], {
      env: { HOME: this.home, PATH: `${path}:/usr/bin:/bin` },
    });
    for (const file of await readdir(this.unitFolder)) {
      const text = await readFile(join(this.unitFolder, file), 'utf8');
      const field = (name: string): string => text.match(new RegExp(`^${name}=(.*)$`, 'm'))?.[1] ?? '';
      if (field('Restart') !== 'always') throw new Error(`${file} is not started again`);
      this.units.set(file.replace('.service', ''), {
        run: field('ExecStart'),
        restartMs: Number(field('RestartSec')) * 1_000,
        port: await freePort(),
        child: null,
        starts: 0,
      });
    }
  }

  get unitFolder(): string {
    return join(this.home, '.config/systemd/user');
  }

  /** The computer comes up: every unit is started, and started again when it ends. */
  start(): void {
    for (const unit of this.units.values()) void this.#keep(unit);
  }

  async #keep(unit: Unit): Promise<void> {
    while (!this.#over) {
      unit.starts += 1;
      // A group of its own, as a unit's cgroup: what is left of it goes with it.
      unit.child = spawn(unit.run, {
        detached: true,
        stdio: 'ignore',
        env: { HOME: this.home, PATH: '/usr/bin:/bin', DEVTOOLS: String(unit.port) },
      });
      await once(unit.child, 'exit');
      killGroup(unit.child);
      if (!this.#over) await new Promise((resolve) => setTimeout(resolve, unit.restartMs));
    }
  }

  /** The browser of a unit dies at once. */
  kill(name: string): void {
    killGroup(this.units.get(name)!.child!);
  }

  /** The profile of a screen is lost, as with another browser or a new installation. */
  async loseProfile(id: string): Promise<void> {
    await rm(join(this.home, '.local/share/mingting', id), { recursive: true, force: true, maxRetries: 20 });
  }

  /** Connects to the browser of a unit, which must be up. */
  async look(name: string): Promise<{ browser: Browser; page: Page }> {
    const { port } = this.units.get(name)!;
    const browser = await puppeteer.connect({
      browserURL: `http://127.0.0.1:${port}`,
      defaultViewport: null,
    });
    const page = (await browser.pages()).find((one) => one.url().includes('/display'))!;
    return { browser, page };
  }

  close(): void {
    this.#over = true;
    for (const { child } of this.units.values()) if (child) killGroup(child);
  }
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
