import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isHost } from './addresses.ts';

/**
 * What pages may load and run: our own files and nothing else. Helmet's defaults are left out where they
 * turn plain http on a LAN into https (upgrade-insecure-requests, HSTS).
 * @param pages sites whose pages screens may show, read for each answer since the hall may change its list (premises.md R13)
 */
export async function protectPages(app: FastifyInstance, pages: () => readonly string[]): Promise<void> {
  const listed = () => pages().join(' ');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'", 'data:', 'blob:'],
        // Older browsers do not count a websocket of the same host as 'self'.
        // A screen asks a listed site whether it answers before it shows a page of it.
        connectSrc: ["'self'", (request) => socketOf(request.headers.host), listed],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        // PDFs are opened in a frame of the panel.
        frameSrc: ["'self'", listed],
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        requireTrustedTypesFor: ["'script'"],
        // The editor of notices parses what is pasted under a policy of its own; nothing of it runs.
        trustedTypes: ['svelte-trusted-html', 'ProseMirrorClipboard'],
      },
    },
    strictTransportSecurity: false,
    // Both need https to mean anything and only fill the console on plain http.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'sameorigin' },
  });
}

function socketOf(host: string | undefined): string {
  return isHost(host) ? `ws://${host}` : "'self'";
}
