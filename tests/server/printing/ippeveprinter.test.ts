import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IppAddress } from '../../../content/model/sheetprinter.ts';
import { askIpp, jobIpp, printIpp } from '../../../server/printing/ipp.ts';

/** The reference printer of CUPS (Debian: cups-ipp-utils), an IPP Everywhere device that nobody of us wrote. */
const REFERENCE = '/usr/sbin/ippeveprinter';
/** It announces itself over the system's bus; a bus of its own is enough for it to start. */
const BUS = '/usr/bin/dbus-daemon';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe.runIf(existsSync(REFERENCE) && existsSync(BUS))(
  'the reference printer of CUPS (printers.md)',
  () => {
    let bus: ChildProcess;
    let device: ChildProcess;
    let folder: string;
    let address: IppAddress;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mingting-ipp-'));
      bus = spawn(BUS, ['--session', '--print-address=1', '--nofork'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const [line] = (await once(bus.stdout!, 'data')) as [Buffer];
      const port = await freePort();
      address = { host: '127.0.0.1', port, path: '/ipp/print' };
      device = spawn(
        REFERENCE,
        [
          '-2',
          '-f',
          'application/pdf',
          '-p',
          `${port}`,
          '-d',
          folder,
          '-k',
          '-r',
          'off',
          '-c',
          '/bin/true',
          'hall',
        ],
        { env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: line.toString().trim() }, stdio: 'ignore' },
      );
      // It listens when it answers.
      while (device.exitCode === null && (await askIpp(address)).ability === null);
    });
    afterAll(async () => {
      for (const child of [device, bus]) {
        if (child.exitCode !== null) continue;
        child.kill();
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    });

    it('[IP1] says of itself what it is', async () => {
      expect(await askIpp(address)).toMatchObject({
        trouble: null,
        name: 'hall',
        ability: { papers: ['A4'], colour: false, twoSided: true },
      });
    });

    it('[IP6] prints a PDF as it is and says when it is done', async () => {
      const pdf = new TextEncoder().encode(`%PDF-1.7\n${'首问负责制'.repeat(2000)}`);
      const job = { title: '首问负责制', by: '林秀英', paper: 'A4', copies: 2, sides: 'one-sided' } as const;
      const sent = await printIpp(address, pdf, job);
      expect(sent).toMatchObject({ ok: true });
      const number = sent.ok ? sent.job! : 0;
      let state = await jobIpp(address, number);
      while (state === 'open') state = await jobIpp(address, number);
      expect(state).toBe('done');
      const [file = ''] = (await readdir(folder)).filter((name) => name.startsWith(`${number}-`));
      expect(Buffer.compare(await readFile(join(folder, file)), Buffer.from(pdf))).toBe(0);
    });
  },
);
