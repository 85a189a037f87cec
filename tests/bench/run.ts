import { benchAppend } from './append.ts';
import { benchCall } from './call.ts';
import { benchChecks } from './checks.ts';
import { benchFlood } from './flood.ts';
import { benchLoad } from './load.ts';
import { benchPatterns } from './patterns/patterns.ts';
import { benchPhones } from './phones.ts';
import { benchPrint } from './print.ts';
import { benchRoll } from './roll.ts';
import { benchSize } from './size.ts';
import { benchSoak } from './soak.ts';

/** `npm run bench`: our figure beside the bare limit of the same run. `--smoke` only shows that it runs. */
const benches: Record<string, (smoke: boolean) => Promise<void>> = {
  size: () => benchSize(),
  checks: async (smoke) => benchChecks(smoke ? 2 : 60),
  append: (smoke) => benchAppend(smoke ? 20 : 400),
  load: (smoke) => (smoke ? benchLoad(10, 20, 1) : benchLoad(500, 50, 60)),
  flood: (smoke) => (smoke ? benchFlood(5, 8) : benchFlood(100, 400)),
  patterns: (smoke) => (smoke ? benchPatterns(3, 1, 300) : benchPatterns(20, 3, 10_000)),
  phones: (smoke) => (smoke ? benchPhones(10, 3) : benchPhones(300, 40)),
  roll: (smoke) => (smoke ? benchRoll(1, 300, true) : benchRoll(5, 3_000, false)),
  soak: (smoke) => (smoke ? benchSoak(8, 40, true) : benchSoak(2_000, 20_000, false)),
  print: (smoke) => benchPrint(smoke ? 2 : 20),
  call: (smoke) => (smoke ? benchCall([20], 5) : benchCall([100, 500, 1000], 60)),
};

const words = process.argv.slice(2);
const smoke = words.includes('--smoke');
const asked = words.filter((word) => word !== '--smoke');
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length) {
  console.error(`unknown benchmark: ${unknown.join(' ')}; there are: ${Object.keys(benches).join(' ')}`);
  process.exitCode = 1;
} else {
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}${smoke ? ', smoke run: figures mean nothing' : ''}`,
  );
  for (const [name, bench] of Object.entries(benches))
    if (!asked.length || asked.includes(name)) await bench(smoke);
}
