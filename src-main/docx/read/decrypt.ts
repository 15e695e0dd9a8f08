import { createDecipheriv, createHash } from 'node:crypto';
import { AppError } from '#core/contract/failure.ts';
import { readStream } from './compound-file.ts';
import { attribute, child, elements } from './dom.ts';
import { parseXml } from './parse-xml.ts';
import type { Element } from './parse-xml.ts';

/** A file with a password is a compound file with its package inside ([MS-OFFCRYPTO] 2.3). */
export const isEncrypted = (bytes: Uint8Array): boolean => readStream(bytes, 'EncryptedPackage') !== undefined;

/**
 * The package inside an encrypted file: agile encryption (Word 2010 and later, WPS, LibreOffice) and standard encryption (Word 2007).
 * Throws AppError `wrong-password`; `unknown-encryption` for other ways, such as rights management.
 */
export function decryptPackage(bytes: Uint8Array, password: string): Uint8Array {
  const info = readStream(bytes, 'EncryptionInfo');
  const sealed = readStream(bytes, 'EncryptedPackage');
  if (!info || !sealed || info.length < 8 || sealed.length < 8) throw new AppError('unknown-encryption');
  const [major, minor] = [info[0]! | (info[1]! << 8), info[2]! | (info[3]! << 8)];
  const size = Number(Buffer.from(sealed.subarray(0, 8)).readBigUInt64LE());
  try {
    const open = major === 4 && minor === 4 ? decryptAgile : minor === 2 && major >= 2 && major <= 4 ? decryptStandard : undefined;
    if (!open) throw new AppError('unknown-encryption');
    return open(Buffer.from(info), sealed.subarray(8), Buffer.from(password, 'utf16le')).subarray(0, size);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('unknown-encryption', {}, { cause: error });
  }
}

const sha1 = (...parts: readonly Uint8Array[]): Buffer => hash('sha1', ...parts);

function hash(name: string, ...parts: readonly Uint8Array[]): Buffer {
  const digest = createHash(name);
  for (const part of parts) digest.update(part);
  return digest.digest();
}

/** The password hashed over and over with a counter before it. */
function spin(name: string, salt: Uint8Array, password: Uint8Array, rounds: number): Buffer {
  if (rounds > MOST_ROUNDS) throw new AppError('unknown-encryption');
  let result = hash(name, salt, password);
  const counter = Buffer.alloc(4);
  for (let i = 0; i < rounds; i++) {
    counter.writeUInt32LE(i);
    result = hash(name, counter, result);
  }
  return result;
}

/** Word takes 100,000; far more is a file made to keep the program busy. */
const MOST_ROUNDS = 1_000_000;

function decipher(mode: 'cbc' | 'ecb', key: Uint8Array, iv: Uint8Array | null, data: Uint8Array): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, iv);
  cipher.setAutoPadding(false);
  const whole = data.subarray(0, data.length - (data.length % 16));
  return Buffer.concat([cipher.update(whole), cipher.final()]);
}

/** 2.3.4.5–2.3.4.9: ECB, SHA-1, 50,000 rounds. */
function decryptStandard(info: Buffer, data: Uint8Array, password: Buffer): Buffer {
  const headerSize = info.readUInt32LE(8);
  const keyBytes = info.readUInt32LE(12 + 16) / 8;
  const verifier = info.subarray(12 + headerSize);
  const salt = verifier.subarray(4, 20);
  const base = sha1(spin('sha1', salt, password, 50_000), Buffer.alloc(4));
  const derive = (fill: number): Buffer => {
    const block = Buffer.alloc(64, fill);
    base.forEach((byte, index) => (block[index]! ^= byte));
    return sha1(block);
  };
  const key = Buffer.concat([derive(0x36), derive(0x5c)]).subarray(0, keyBytes);
  const probe = decipher('ecb', key, null, verifier.subarray(20, 36));
  const expected = decipher('ecb', key, null, verifier.subarray(40, 72)).subarray(0, 20);
  if (!sha1(probe).equals(expected)) throw new AppError('wrong-password');
  return decipher('ecb', key, null, data);
}

const BLOCKS = {
  probe: Buffer.from('fea7d2763b4b9e79', 'hex'), expected: Buffer.from('d7aa0f6d3061344e', 'hex'), key: Buffer.from('146e0be7abacd0d6', 'hex'),
};
const SEGMENT = 4096;
const HASHES: Readonly<Record<string, string>> = { SHA1: 'sha1', 'SHA-1': 'sha1', SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512', MD5: 'md5' };

/** 2.3.4.10–2.3.4.15: CBC in segments of 4,096 bytes, parameters as XML. */
function decryptAgile(info: Buffer, data: Uint8Array, password: Buffer): Buffer {
  const root = parseXml(info.subarray(8).toString('utf8').replace(/\0+$/, ''));
  const keyData = child(root, 'keyData');
  const encryptor = elements(child(root, 'keyEncryptors') ?? root, 'keyEncryptor').map((each) => child(each, 'encryptedKey')).find((each) => each && attribute(each, 'spinCount') !== undefined);
  if (!keyData || !encryptor || !/AES/i.test(attribute(encryptor, 'cipherAlgorithm') ?? '') || !/CBC/i.test(attribute(keyData, 'cipherChaining') ?? '')) throw new AppError('unknown-encryption');
  const hashName = hashOf(encryptor);
  const salt = binary(encryptor, 'saltValue');
  const base = spin(hashName, salt, password, number(encryptor, 'spinCount'));
  const unlock = (block: Buffer, name: string): Buffer => decipher('cbc', fitted(hash(hashName, base, block), number(encryptor, 'keyBits') / 8), fitted(salt, number(encryptor, 'blockSize')), binary(encryptor, name));
  const probe = hash(hashName, unlock(BLOCKS.probe, 'encryptedVerifierHashInput').subarray(0, number(encryptor, 'saltSize')));
  if (!probe.equals(unlock(BLOCKS.expected, 'encryptedVerifierHashValue').subarray(0, probe.length))) throw new AppError('wrong-password');
  const key = unlock(BLOCKS.key, 'encryptedKeyValue').subarray(0, number(keyData, 'keyBits') / 8);
  const segments: Buffer[] = [];
  const index = Buffer.alloc(4);
  for (let at = 0, count = 0; at < data.length; at += SEGMENT, count++) {
    index.writeUInt32LE(count);
    segments.push(decipher('cbc', key, fitted(hash(hashOf(keyData), binary(keyData, 'saltValue'), index), number(keyData, 'blockSize')), data.subarray(at, at + SEGMENT)));
  }
  return Buffer.concat(segments);
}

const hashOf = (element: Element): string => HASHES[(attribute(element, 'hashAlgorithm') ?? '').toUpperCase()] ?? 'sha512';
const number = (element: Element, name: string): number => Number(attribute(element, name) ?? NaN);
const binary = (element: Element, name: string): Buffer => Buffer.from(attribute(element, name) ?? '', 'base64');

/** Cut to a length, or filled up with 0x36. */
const fitted = (bytes: Buffer, length: number): Buffer => Buffer.concat([bytes.subarray(0, length), Buffer.alloc(Math.max(0, length - bytes.length), 0x36)]);
