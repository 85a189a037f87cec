import { zipSync, strToU8 } from 'fflate';
import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';
import writeXlsxFile from 'write-excel-file/node';
import Vips from 'wasm-vips';

type Bytes = Uint8Array<ArrayBuffer>;
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

let library: Awaited<ReturnType<typeof Vips>> | undefined;
export async function vips() {
  library ??= await Vips({ dynamicLibraries: [], print: () => {}, printErr: () => {} });
  return library;
}

/** A picture 60 wide and 40 high: red on the left, blue on the right. */
async function painted(width = 60, height = 40) {
  const { Image } = await vips();
  const left = Image.black(width / 2, height, { bands: 3 }).linear([1, 1, 1], [200, 20, 20]);
  const right = Image.black(width / 2, height, { bands: 3 }).linear([1, 1, 1], [20, 20, 200]);
  const { BandFormat } = await vips();
  return left.join(right, 'horizontal').cast(BandFormat.uchar).copy({ interpretation: 'srgb' });
}

export const png = async (): Promise<Bytes> => own((await painted()).pngsaveBuffer());
export const webp = async (): Promise<Bytes> => own((await painted()).webpsaveBuffer());
export const gif = async (): Promise<Bytes> => own((await painted()).gifsaveBuffer());
export const jpeg = async (): Promise<Bytes> => own((await painted()).jpegsaveBuffer());

/** As a phone held upright writes it: turned by its EXIF, with the place where it was taken. */
export async function phonePhoto(): Promise<Bytes> {
  const bare = await jpeg();
  const exif = exifBlock();
  const marker = [0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff];
  return own(new Uint8Array([...bare.subarray(0, 2), ...marker, ...exif, ...bare.subarray(2)]));
}

/** EXIF with orientation 6 (turn right), and a GPS block: 29° 32′ N, 108° 46′ E. */
function exifBlock(): Uint8Array {
  const bytes = new Uint8Array(6 + 8 + 2 + 24 + 4 + 2 + 48 + 4 + 48);
  const view = new DataView(bytes.buffer);
  bytes.set(strToU8('Exif\0\0'), 0);
  const base = 6;
  let at = base;
  const put = (...fields: [size: 2 | 4, value: number][]) => {
    for (const [size, value] of fields) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
  };
  const entry = (tag: number, type: number, count: number, value: number) =>
    put([2, tag], [2, type], [4, count], [4, value]);
  const gps = 8 + 2 + 24 + 4;
  const values = gps + 2 + 48 + 4;
  put([2, 0x4949], [2, 42], [4, 8], [2, 2]);
  entry(0x0112, 3, 1, 6);
  entry(0x8825, 4, 1, gps);
  put([4, 0], [2, 4]);
  entry(1, 2, 2, 78);
  entry(2, 5, 3, values);
  entry(3, 2, 2, 69);
  entry(4, 5, 3, values + 24);
  put([4, 0]);
  for (const [degrees, minutes] of [
    [29, 32],
    [108, 46],
  ] as const)
    put([4, degrees], [4, 1], [4, minutes], [4, 1], [4, 0], [4, 1]);
  return bytes;
}

/** A PNG that says it has 60,000 × 60,000 pixels. */
export async function pictureBomb(): Promise<Bytes> {
  const bytes = await png();
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 60_000);
  view.setUint32(20, 60_000);
  let crc = 0xffffffff;
  for (const byte of bytes.subarray(12, 29)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  view.setUint32(29, (crc ^ 0xffffffff) >>> 0);
  return bytes;
}

export function heic(): Bytes {
  const bytes = new Uint8Array(32);
  bytes.set([0, 0, 0, 24], 0);
  bytes.set(strToU8('ftypheic\0\0\0\0heicmif1'), 4);
  return bytes;
}

/** An MP4 of two seconds whose boxes name this codec. The pictures in it are of no use to a player. */
export async function mp4(codec: 'avc' | 'hevc' = 'avc'): Promise<Bytes> {
  const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source);
  output.setMetadataTags({ title: 'IMG_2041', comment: '青溪县白石镇' });
  await output.start();
  const config =
    codec === 'avc'
      ? { codec: 'avc1.640028', description: new Uint8Array([1, 0x64, 0, 0x28, 0xff, 0xe0, 0]) }
      : { codec: 'hvc1.1.6.L93.B0', description: new Uint8Array(23).fill(1) };
  for (let second = 0; second < 2; second++) {
    const packet = new EncodedPacket(new Uint8Array([0, 0, 0, 2, 0x65, 0x88]), 'key', second, 1);
    await source.add(packet, {
      decoderConfig: { ...config, codedWidth: 1280, codedHeight: 720 },
    });
  }
  await output.finalize();
  return own(new Uint8Array(output.target.buffer!));
}

export async function xlsx(): Promise<Bytes> {
  const rows = [
    ['姓名', '身份证号'].map((value) => ({ value, type: String })),
    [{ value: '张三', type: String }],
  ];
  return own(new Uint8Array(await writeXlsxFile(rows, { sheet: '名单' }).toBuffer()));
}

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const documentXml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>申请表样表</w:t></w:r></w:p></w:body></w:document>`;

export const docx = (extra: Record<string, Uint8Array> = {}): Bytes =>
  own(
    zipSync({
      '[Content_Types].xml': strToU8(contentTypes),
      'word/document.xml': strToU8(documentXml),
      ...extra,
    }),
  );

/** A DOCX that unpacks to 300 MB. */
export const zipBomb = (): Bytes => docx({ 'word/media/a.bin': new Uint8Array(300 * 2 ** 20) });

/** Pages of A4 with a Chinese line each, in a font that is left out of the file. */
export function pdf(pages = 2): Bytes {
  const line = Buffer.from('公开名单第一页', 'utf16le').swap16().toString('hex');
  const text = `BT /F1 24 Tf 60 700 Td <${line}> Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${Array(pages).fill('3 0 R').join(' ')}]/Count ${pages}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
  ];
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  objects.forEach((object, i) => {
    places.push(file.length);
    file += `${i + 1} 0 obj${object}endobj\n`;
  });
  const start = file.length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>startxref\n${start}\n%%EOF`;
  return own(Buffer.from(file, 'latin1'));
}
