/** The face of the checks: pages load it when they need it, since its table of characters is large. */
export { factsOf } from './facts.ts';
export { checkHall } from './hall.ts';
export { dropColumns, maskBeside, maskBlocks, secretColumns } from './maskblocks.ts';
export { maskText } from './masking.ts';
export { checkBody } from './record.ts';
export { scoreOf } from './score.ts';
