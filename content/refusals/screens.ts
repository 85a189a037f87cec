import type { RefusalTable } from './table.ts';

/** Screens and their pairing. */
export const screens = {
  'pairing.unknown': [
    404,
    '配对码不对或已过期，请核对屏幕上现在显示的 6 位数字。',
    'The pairing code is wrong or expired; check the six digits on the screen.',
  ],
  'screen.revoked': [403, '这块屏幕已被解除配对。', 'This screen was unpaired.'],
} as const satisfies RefusalTable;
