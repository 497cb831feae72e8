// A picture of its own, as a phone would bring one: a PNG made here, of any size.
import { crc32, deflateSync } from "node:zlib";

const chunk = (kind, data) => {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const length = Buffer.alloc(4), sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A lake under a sky, this wide and this high. */
export function picture(width, height) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = [];
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(1 + 3 * width), down = y / height;
    for (let x = 0; x < width; x++) {
      const sky = down < 0.5, wave = sky ? 0 : 14 * Math.sin(x / 23 + y / 7);
      const color = sky ? [190 + 50 * down, 215 + 20 * down, 235] : [40 + wave, 100 + 40 * (1 - down) + wave, 130 + wave];
      row.set(color.map((part) => Math.max(0, Math.min(255, Math.round(part)))), 1 + 3 * x);
    }
    rows.push(row);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.concat(rows))), chunk("IEND", Buffer.alloc(0))]);
}

/** A picture as a form brings it. */
export const photo = (name, width, height) => ({ name, mimeType: "image/png", buffer: picture(width, height) });
