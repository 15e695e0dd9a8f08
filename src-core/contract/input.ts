import { AppError } from './failure.ts';

/** Reads an unknown value into T, or throws `invalid-input` with the path of what is wrong. */
export type Reader<T> = (value: unknown, path: string) => T;

const refuse = (path: string): never => {
  throw new AppError('invalid-input', { path });
};

export const nothing: Reader<undefined> = (value, path) => (value === undefined || value === null ? undefined : refuse(path));

/** Text of at most `most` characters. */
export const text = (most = 10_000): Reader<string> => (value, path) => (typeof value === 'string' && value.length <= most ? value : refuse(path));

export const integer = (least = 0, most = Number.MAX_SAFE_INTEGER): Reader<number> => (value, path) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? (value as number) : refuse(path);

export const flag: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? value : refuse(path));

export const bytes: Reader<Uint8Array> = (value, path) => (value instanceof Uint8Array ? value : refuse(path));

export const oneOf = <const T extends readonly string[]>(choices: T): Reader<T[number]> => (value, path) =>
  choices.includes(value as string) ? (value as T[number]) : refuse(path);

/** Any JSON object, for data that its own reader will judge (documents, steps). */
export const json: Reader<Record<string, unknown>> = (value, path) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array) ? (value as Record<string, unknown>) : refuse(path);

export const list = <T>(item: Reader<T>, most = 10_000): Reader<T[]> => (value, path) =>
  Array.isArray(value) && value.length <= most ? value.map((each, index) => item(each, `${path}[${index}]`)) : refuse(path);

export const record = <T>(item: Reader<T>): Reader<Record<string, T>> => (value, path) =>
  Object.fromEntries(Object.entries(json(value, path)).map(([key, each]) => [key, item(each, `${path}.${key}`)]));

export const optional = <T>(reader: Reader<T>): Reader<T | undefined> => (value, path) => (value === undefined ? undefined : reader(value, path));

export const nullable = <T>(reader: Reader<T>): Reader<T | null> => (value, path) => (value === null ? null : reader(value, path));

export const either = <A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> => (value, path) => {
  try {
    return first(value, path);
  } catch {
    return second(value, path);
  }
};

type Shape = Record<string, Reader<unknown>>;
type Fields<S extends Shape> = { [K in keyof S as undefined extends ReturnType<S[K]> ? never : K]: ReturnType<S[K]> } & {
  [K in keyof S as undefined extends ReturnType<S[K]> ? K : never]?: Exclude<ReturnType<S[K]>, undefined>;
};

/** An object with exactly these members; a member that is not named here is refused. */
export const object = <S extends Shape>(shape: S): Reader<Fields<S>> => (value, path) => {
  const source = json(value, path);
  for (const key of Object.keys(source)) if (!Object.hasOwn(shape, key)) refuse(`${path}.${key}`);
  const read: Record<string, unknown> = {};
  for (const [key, reader] of Object.entries(shape)) {
    const member = reader(source[key], `${path}.${key}`);
    if (member !== undefined) read[key] = member;
  }
  return read as Fields<S>;
};
