/** A file of the search did not arrive: the line is down, or the archive was published anew meanwhile. */
export class LoadError extends Error {
  readonly url: string;
  constructor(url: string, reason: string) {
    super(`没有读到 ${url}：${reason}`);
    this.name = 'LoadError';
    this.url = url;
  }
}

/**
 * Fetches a file.
 *
 * @throws {LoadError} when it does not arrive
 */
async function loadBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new LoadError(url, String(error));
  });
  if (!response.ok) throw new LoadError(url, String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Fetches gzipped JSON. A host that unpacked it on the way is no harm.
 *
 * @throws {LoadError} when it does not arrive or is cut short
 */
export async function loadPacked<T>(url: string): Promise<T> {
  const bytes = await loadBytes(url);
  try {
    return JSON.parse(new TextDecoder().decode(await unpack(bytes))) as T;
  } catch (error) {
    throw new LoadError(url, String(error));
  }
}

/**
 * Unpacks what is gzipped; what a host unpacked on the way stays as it is.
 *
 * @throws where it is cut short or damaged
 */
export async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzip(bytes) : bytes;
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'undefined') {
    // Safari before 16.4 and Firefox before 113 cannot unpack by themselves.
    const { gunzipSync } = await import('fflate');
    return gunzipSync(bytes);
  }
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
