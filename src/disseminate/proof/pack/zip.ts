import { crc32 } from 'node:zlib';

/*
 * Zip archives in one form only: members stored as they are, one after the other, without times, comments or extra fields. The same members
 * always give the same bytes, whatever machine writes them, so that an archive in which any byte was changed is not what its members would give.
 */

/** A file of an archive. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day that the format knows. */
const DAY = 0x0021;
const MOST_FILES = 100;

/** An archive of these files, in their order. */
export function writeZip(files: readonly PackedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const named = Buffer.from(name, 'utf8');
    const facts = makeFacts(named, bytes);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL, 0);
    facts.copy(local, 4);
    const central = Buffer.alloc(CENTRAL_BYTES);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(VERSION, 4);
    facts.copy(central, 6);
    central.writeUInt32LE(at, 42);
    parts.push(local, named, Buffer.from(bytes));
    directory.push(central, named);
    at += LOCAL_BYTES + named.length + bytes.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** What stands in both headers of a member: version, flags, method, time, day, checksum, sizes, lengths of name and extra fields. */
function makeFacts(name: Buffer, bytes: Uint8Array): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(FLAGS, 2);
  facts.writeUInt16LE(DAY, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.byteLength, 14);
  facts.writeUInt32LE(bytes.byteLength, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

/** The files of an archive that `writeZip` wrote; undefined for any other, and for one in which a byte was changed. */
export function readZip(archive: Uint8Array): readonly PackedFile[] | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const files: PackedFile[] = [];
  let at = 0;
  while (at + LOCAL_BYTES <= bytes.length && bytes.readUInt32LE(at) === LOCAL) {
    const size = bytes.readUInt32LE(at + 18);
    const from = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26);
    if (from + size > bytes.length || files.length === MOST_FILES) return undefined;
    files.push({
      name: bytes.toString('utf8', at + LOCAL_BYTES, from),
      bytes: bytes.subarray(from, from + size),
    });
    at = from + size;
  }
  // Whatever was read: only if it gives these very bytes was nothing overlooked.
  return files.length > 0 && writeZip(files).equals(bytes) ? files : undefined;
}
