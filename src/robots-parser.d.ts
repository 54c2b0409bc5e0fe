/** The package's own types describe its function as a property of it. */
declare module 'robots-parser' {
  interface Rules {
    isAllowed(url: string, agent?: string): boolean | undefined;
    getCrawlDelay(agent?: string): number | undefined;
  }
  export default function robotsParser(url: string, text: string): Rules;
}
