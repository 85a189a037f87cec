import { parentPort, workerData } from 'node:worker_threads';
import Vips from 'wasm-vips';
import type { Drawn, DrawingFault, DrawingTask } from './drawing.ts';
import { openPages, type Pixels } from './pdfpages.ts';

/** Longest side of a picture as kept: what a 4K screen can show. */
const LONGEST = 3840;
/** Longest side of a page of a PDF: sharp on a 4K screen beside the board, and some 300 KB each. */
const PAGE = 2200;
const THUMB = { width: 480, height: 320 };
/** More is made to harm: 100 million pixels are twice what the best phones take. */
const PIXELS = 100_000_000;
const PAGES = 100;
/** An opaque PNG over this becomes a JPEG: a photograph, not a drawing. */
const DRAWING_BYTES = 2 * 2 ** 20;

type Library = Awaited<ReturnType<typeof Vips>>;
type Image = InstanceType<Library['Image']>;

/** A file that cannot be taken, and why. */
class Fault extends Error {
  readonly fault: DrawingFault;
  constructor(fault: DrawingFault) {
    super(fault);
    this.fault = fault;
  }
}

const upright = (vips: Library, bytes: Uint8Array, width: number, height: number): Image =>
  vips.Image.thumbnailBuffer(bytes, width, {
    height,
    size: 'down',
    output_profile: 'srgb',
    fail_on: 'truncated',
  });

const jpeg = (image: Image, quality: number): Uint8Array => {
  const flat = image.hasAlpha() ? image.flatten({ background: [255, 255, 255] }) : image;
  return flat.jpegsaveBuffer({ Q: quality, keep: 'none' });
};

const drawn = (image: Image, type: Drawn['type'], bytes: Uint8Array): Drawn => ({
  type,
  bytes,
  width: image.width,
  height: image.height,
});

/** Whether any pixel lets something through. */
const seesThrough = (image: Image): boolean =>
  image.hasAlpha() && image.extractBand(image.bands - 1).min() < 255;

/** The picture upright, in sRGB, with nothing but its pixels, and a small one. */
function drawPicture(vips: Library, bytes: Uint8Array, drawing: boolean): Drawn[] {
  const head = vips.Image.newFromBuffer(bytes);
  if (head.width * head.height > PIXELS) throw new Fault('pixels');
  const image = upright(vips, bytes, LONGEST, LONGEST).copyMemory();
  const through = seesThrough(image);
  const png = through || drawing ? image.pngsaveBuffer({ keep: 'none', compression: 7 }) : null;
  const whole =
    png && (through || png.length <= DRAWING_BYTES)
      ? drawn(image, 'image/png', png)
      : drawn(image, 'image/jpeg', jpeg(image, 88));
  const small = upright(vips, bytes, THUMB.width, THUMB.height).copyMemory();
  return [whole, drawn(small, 'image/jpeg', jpeg(small, 80))];
}

/**
 * A page as the library's picture, for as long as `use` takes. Its pixels lie in the library's own memory, which nobody
 * clears: some forty pages of a booklet are all that it holds.
 */
function withPage<const T>(vips: Library, { data, width, height }: Pixels, use: (image: Image) => T): T {
  const raw = vips.Image.newFromMemory(data, width, height, 4, vips.BandFormat.uchar);
  const coloured = raw.copy({ interpretation: 'srgb' });
  const image = coloured.extractBand(0, { n: 3 });
  try {
    return use(image);
  } finally {
    for (const one of [image, coloured, raw]) one.delete();
  }
}

function smallOf(image: Image): Drawn {
  const little = image.thumbnailImage(THUMB.width, { height: THUMB.height, size: 'down' });
  return drawn(little, 'image/jpeg', jpeg(little, 80));
}

/** Every page of a PDF, and a small one of the first. */
async function drawPages(vips: Library, bytes: Uint8Array): Promise<Drawn[]> {
  const document = await openPages(bytes);
  if (typeof document === 'string') throw new Fault(document);
  if (document.count > PAGES) throw new Fault('pages');
  const pages: Drawn[] = [];
  let small: Drawn | undefined;
  for (let index = 0; index < document.count; index++) {
    const [page, little] = withPage(vips, document.draw(index, PAGE), (image) => [
      drawn(image, 'image/jpeg', jpeg(image, 85)),
      small ?? smallOf(image),
    ]);
    pages.push(page);
    small = little;
  }
  if (!small) throw new Fault('broken');
  return [...pages, small];
}

/** A picture as small as it is printed; what can be seen through stays so. */
function reduce(vips: Library, bytes: Uint8Array, longest: number): Drawn {
  const image = upright(vips, bytes, longest, longest).copyMemory();
  if (!seesThrough(image)) return drawn(image, 'image/jpeg', jpeg(image, 88));
  return drawn(image, 'image/png', image.pngsaveBuffer({ keep: 'none', compression: 7 }));
}

/** Every page of a sheet of ours, sharp. */
async function drawPrints(vips: Library, bytes: Uint8Array, longest: number): Promise<Drawn[]> {
  const document = await openPages(bytes);
  if (typeof document === 'string') throw new Fault(document);
  return Array.from({ length: document.count }, (_, index) =>
    withPage(vips, document.draw(index, longest), (image) =>
      drawn(image, 'image/png', image.pngsaveBuffer({ keep: 'none', compression: 6 })),
    ),
  );
}

async function draw(task: DrawingTask): Promise<Drawn[]> {
  const vips = await Vips({
    dynamicLibraries: [],
    // What it warns of is refused in our own words.
    preRun: (module) => void (module.ENV['VIPS_WARNING'] = '0'),
  });
  vips.Cache.max(0);
  if (task.is === 'prints') return drawPrints(vips, task.bytes, task.longest);
  if (task.is === 'pages') return drawPages(vips, task.bytes);
  try {
    if (task.is === 'reduced') return task.files.map((bytes) => reduce(vips, bytes, task.longest));
    return drawPicture(vips, task.bytes, task.is === 'drawing');
  } catch (error) {
    if (error instanceof Fault) throw error;
    // Whatever the library found wrong with it, the picture cannot be read.
    throw new Fault('broken');
  }
}

draw(workerData as DrawingTask).then(
  (files) => parentPort?.postMessage({ files }),
  (error: unknown) => {
    if (!(error instanceof Fault)) throw error;
    parentPort?.postMessage({ fault: error.fault });
  },
);
