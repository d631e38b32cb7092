import { deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([ 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a ]);

/**
 * Reduces a PNG to at most 256 colours, which makes it smaller. Lines and text look the same.
 *
 * @param {import('playwright-core').Page} page decodes the image
 * @param {Buffer} png
 * @returns {Promise<Buffer>}
 */
export async function withPalette(page, png) {
  const { width, height, base64 } = await page.evaluate(decode, png.toString('base64'));
  const pixels = Buffer.from(base64, 'base64');
  const palette = frequentColours(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  const nearest = new Map();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = pixels.readUInt32BE(4 * (y * width + x)) >>> 8;
      rows[y * (width + 1) + 1 + x] = nearest.get(colour) ?? nearest.set(colour, nearestTo(colour, palette)).get(colour);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([ 8, 3, 0, 0, 0 ], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

/** Decodes an image; runs in the page. */
async function decode(base64) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let text = '';
  for (let i = 0; i < data.length; i += 0x8000) {
    text += String.fromCharCode(...data.subarray(i, i + 0x8000));
  }
  return { width: image.width, height: image.height, base64: btoa(text) };
}

function frequentColours(pixels) {
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = pixels.readUInt32BE(i) >>> 8;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [ ...counts ].sort(([ , a ], [ , b ]) => b - a).slice(0, 256).map(([ colour ]) => colour);
}

function nearestTo(colour, palette) {
  const [ red, green, blue ] = parts(colour);
  const distance = other => {
    const [ r, g, b ] = parts(other);
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  };
  return palette.reduce((best, other, index) => distance(other) < distance(palette[best]) ? index : best, 0);
}

function parts(colour) {
  return [ colour >> 16 & 255, colour >> 8 & 255, colour & 255 ];
}

function chunk(type, data) {
  const named = Buffer.concat([ Buffer.from(type, 'latin1'), data ]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(checksum(named), 4);
  return Buffer.concat([ around.subarray(0, 4), named, around.subarray(4) ]);
}

/** The CRC-32 of the PNG specification. */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? sum >>> 1 ^ 0xedb88320 : sum >>> 1;
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}
