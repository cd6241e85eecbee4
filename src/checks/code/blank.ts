/** The same text with everything but line ends turned to spaces, so that places stay true. */
export function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
