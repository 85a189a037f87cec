import type { EventType, KeyRight, Webhook } from '../model/interface.ts';

// Keys and webhooks of other systems over HTTP; the routes stand in content/api.ts.

export interface KeyInput {
  name: string;
  rights: KeyRight[];
  windows?: string[];
}

export interface KeyMade {
  id: string;
  /** Told this once. */
  key: string;
}

export interface WebhookInput {
  id?: string;
  rev?: number;
  url: string;
  events: EventType[];
  reach: Webhook['reach'];
  on: boolean;
}

export interface WebhookMade {
  id: string;
  /** Told once, for a new one; null when one was changed. */
  secret: string | null;
}

/** How a webhook goes: last delivery, since when it fails, how many events wait (`more` than that), the next try. */
export interface HookState {
  id: string;
  delivered: number | null;
  failing: { since: number; tries: number; reason: string } | null;
  waiting: number;
  more: boolean;
  retryAt: number | null;
}

export interface InterfaceState {
  /** When each key was last used, by id. */
  used: Record<string, number>;
  webhooks: HookState[];
}
