import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import { refuse } from '../../content/rule.ts';
import type { Refusal } from '../../content/rule.ts';

/** What is known of a video that screens can play. */
export interface Video {
  type: 'video/mp4' | 'video/webm';
  width: number;
  height: number;
  seconds: number;
  codec: string;
  sound: boolean;
}

/** Half an hour: what is longer is no item of a hall's programme. */
const SECONDS = 1800;
const SIDE = 3840;

const soundNames: Record<string, string> = { aac: 'AAC', mp3: 'MP3', opus: 'Opus', vorbis: 'Vorbis' };
/** What screens of 2018 do not play: their names for people. */
const videoNames: Record<string, string> = { hevc: 'H.265 (HEVC)', av1: 'AV1', prores: 'ProRes' };

/**
 * Reads a video and writes it anew without what phones put beside its pictures (place, device), its index at the front
 * so that it plays before all of it has come. Nothing is coded again. Refuses `medium.broken`, `medium.codec` by name,
 * `medium.sound`, `medium.long`, `medium.pixels`.
 */
export async function takeVideo(from: string, to: string, file: string): Promise<Video | Refusal> {
  const input = new Input({ source: new FilePathSource(from), formats: [MP4, QTFF, WEBM] });
  try {
    const about = await readVideo(input, file);
    if ('refused' in about) return about;
    const format =
      about.type === 'video/mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat();
    const output = new Output({ format, target: new FilePathTarget(to) });
    const conversion = await Conversion.init({
      input,
      output,
      tracks: 'primary',
      tags: {},
      showWarnings: false,
    });
    if (!conversion.isValid) return refuse('medium.broken', { file });
    await conversion.execute();
    return about;
  } catch {
    // Boxes that do not fit together: whatever the library met, the file is torn.
    return refuse('medium.broken', { file });
  } finally {
    input.dispose();
  }
}

async function readVideo(input: Input, file: string): Promise<Video | Refusal> {
  const track = await input.getPrimaryVideoTrack();
  if (!track) return refuse('medium.no-picture', { file });
  const sound = await input.getPrimaryAudioTrack();
  const codec = await track.getCodec();
  const known = codec === 'avc' || codec === 'vp9';
  const coded = known ? ((await track.getCodecParameterString()) ?? '') : '';
  const name =
    codec === 'avc' ? h264Name(coded) : codec === 'vp8' ? 'VP8' : codec === 'vp9' ? vp9Name(coded) : null;
  if (name === null) {
    const kind =
      videoNames[codec ?? ''] ??
      (codec === 'avc' ? 'H.264 4:2:2/10 bit' : codec === 'vp9' ? 'VP9 10 bit' : '?');
    return refuse('medium.codec', { file, codec: kind });
  }
  const heard = sound ? ((await sound.getCodec()) ?? '?') : null;
  if (heard !== null && !soundNames[heard])
    return refuse('medium.sound', { file, codec: heard.toUpperCase() });
  const seconds = Math.round((await input.computeDuration()) * 100) / 100;
  if (seconds > SECONDS) return refuse('medium.long', { file, minutes: SECONDS / 60 });
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  if (Math.max(width, height) > SIDE) return refuse('medium.pixels', { file, limit: `${SIDE}` });
  const web = codec !== 'avc';
  const full = [name, ...(heard === null ? [] : [soundNames[heard]])].join(', ');
  return {
    type: web ? 'video/webm' : 'video/mp4',
    width,
    height,
    seconds,
    codec: full,
    sound: heard !== null,
  };
}

const profiles: Record<number, string> = { 66: 'Baseline', 77: 'Main', 88: 'Extended', 100: 'High' };

/** `avc1.640028` → `H.264 High 4.0`; null for profiles that decoders in TVs do not have. */
function h264Name(coded: string): string | null {
  const [, profile, level] = /^avc[13]\.(\w\w)\w\w(\w\w)$/.exec(coded) ?? [];
  const known = profiles[parseInt(profile ?? '', 16)];
  return known && level ? `H.264 ${known} ${(parseInt(level, 16) / 10).toFixed(1)}` : null;
}

/** Profile 0 is 8 bits a colour; the others need newer decoders. */
function vp9Name(coded: string): string | null {
  const [, profile] = /^vp09\.(\d\d)/.exec(coded) ?? [];
  return profile === undefined || profile === '00' ? 'VP9' : null;
}
