/** What tests use of citation-js, which comes without types. */
declare module '@citation-js/core' {
  export const plugins: {
    input: {
      chain(
        text: string,
        options: { generateGraph: boolean; forceType: '@biblatex/text' | '@ris/file' },
      ): Record<string, unknown>[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
