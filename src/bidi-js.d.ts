/** Its own types describe the module around the function that it is. */
declare module 'bidi-js' {
  interface Bidi {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl' | 'auto'): object;
    getReorderedString(text: string, levels: object): string;
  }
  export default function bidiFactory(): Bidi;
}
