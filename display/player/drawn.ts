/** A scene that has not changed for so many frames has found its form. */
const QUIET_FRAMES = 3;
/** One that never stands still is taken as it is after this, in ms. */
const RESTLESS_MS = 1_500;
/** Frames do not come while a page is not seen; then time counts. */
const FRAME_MS = 250;

/** The next frame, or a while without one. */
function frame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function raced<T>(work: Promise<T>, gone: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new Error('not drawn in time'));
    if (gone.aborted) return leave();
    gone.addEventListener('abort', leave);
    void work.then(resolve, reject).then(() => gone.removeEventListener('abort', leave));
  });
}

/** Resolves when everything in `element` is there and decoded: text in its fonts, pictures, first frames of videos. Rejects if a part cannot be. */
export async function drawn(element: HTMLElement, gone: AbortSignal): Promise<void> {
  const start = performance.now();
  let changes = 0;
  const watch = new MutationObserver(() => (changes += 1));
  watch.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
  try {
    for (let quiet = 0; quiet < QUIET_FRAMES;) {
      const before = changes;
      await raced(parts(element), gone);
      await raced(frame(), gone);
      const still = changes === before && hasContent(element);
      quiet = still ? quiet + 1 : 0;
      if (hasContent(element) && performance.now() - start > RESTLESS_MS) break;
    }
    await raced(parts(element), gone);
  } finally {
    watch.disconnect();
  }
}

function hasContent(element: HTMLElement): boolean {
  return (
    (element.textContent ?? '').trim() !== '' ||
    element.querySelector('img, video, canvas, svg, iframe') !== null
  );
}

async function parts(element: HTMLElement): Promise<void> {
  await document.fonts.ready;
  const pictures = Array.prototype.slice.call(element.querySelectorAll('img')) as HTMLImageElement[];
  const videos = Array.prototype.slice.call(element.querySelectorAll('video')) as HTMLVideoElement[];
  await Promise.all([...pictures.map(decoded), ...videos.map(firstFrame)]);
}

async function decoded(picture: HTMLImageElement): Promise<void> {
  if (picture.src === '') return;
  try {
    await picture.decode();
  } catch {
    // A picture whose address changed meanwhile rejects as well; the new one counts.
    if (!picture.complete || picture.naturalWidth === 0) throw new Error('picture cannot be decoded');
  }
}

function firstFrame(video: HTMLVideoElement): Promise<void> {
  if (video.error) return Promise.reject(new Error('video cannot be played'));
  if (video.readyState >= 2) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const over = (settle: () => void) => (): void => {
      video.removeEventListener('loadeddata', good);
      video.removeEventListener('error', bad);
      settle();
    };
    const good = over(resolve);
    const bad = over(() => reject(new Error('video cannot be played')));
    video.addEventListener('loadeddata', good);
    video.addEventListener('error', bad);
  });
}
