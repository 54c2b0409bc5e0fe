import { DOMParser } from 'linkedom';
import { type CorpusFile, malformed } from './corpus-file.ts';

/** What is asked of an element of XML. */
export interface XmlElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): XmlElement | null;
  querySelectorAll(selector: string): Iterable<XmlElement>;
  readonly childNodes: Iterable<XmlNode>;
}

export interface XmlNode extends XmlElement {
  readonly nodeType: number;
  readonly nodeName: string;
}

const elementType = 1;

export const isElement = ({ nodeType }: XmlNode): boolean => nodeType === elementType;

/** The outermost element of an XML text. @throws ProvisoError PROVISO_CORPUS_INVALID without one called `root`. */
export const parseXml = (text: string, root: string, file: CorpusFile, line = 1): XmlElement => {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const element = document.documentElement as unknown as XmlNode | null;
  if (element?.nodeName !== root) throw malformed(file, line, `there is no XML element ${root}`);
  return element;
};
