import { deflateSync, crc32 } from 'node:zlib';

/** Where the picture that phones send lies on the simulator. */
export const picturePath = '/pictures/yard-sign.png';

const [width, height] = [160, 120];

let made: Buffer | null = null;

/** A small PNG, drawn here so that nothing has to be shipped or fetched: a sign on a lawn. */
export function picture(): Buffer {
  made ??= encode();
  return made;
}

function colorAt(x: number, y: number): readonly [number, number, number] {
  const onSign = x > 40 && x < 120 && y > 28 && y < 72;
  if (onSign) return y > 44 && y < 56 && x > 52 && x < 108 ? [255, 255, 255] : [36, 86, 214];
  if (Math.abs(x - 80) < 3 && y >= 72 && y < 104) return [120, 90, 60];
  return y > 88 ? [96, 160, 92] : [196 - y, 220 - Math.floor(y / 3), 240];
}

function encode(): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colorAt(x, y), y * (1 + width * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
