import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a scan by lines. Offsets into a line are those of the file as delivered, a BOM included. */
export interface ScanText {
  /** Path from the root: `content/scans/2023-04-14/p02.txt`. */
  file: string;
  lines: readonly string[];
}

/** Cuts the text of a scan into its lines; a file of lone carriage returns has lines too. */
function cutScan(text: string): string[] {
  return text.split(text.includes('\n') || !text.includes('\r') ? '\n' : '\r');
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes a scan: UTF-8, else GB18030 (older exports).
 *
 * @throws TypeError where it is neither
 */
function decodeScan(bytes: Uint8Array): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

/**
 * Reads a scan.
 *
 * @param root folder of the repository
 * @param file path of the scan from the root
 */
export async function readScanText(root: string, file: string): Promise<ScanText> {
  return { file, lines: cutScan(decodeScan(readFileSync(join(root, file)))) };
}
