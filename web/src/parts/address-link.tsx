import { isWebAddress } from '../../../src/model/web-address.ts';

/** An outside address: a link when it is a web address, plain text otherwise. */
export const AddressLink = ({ url }: { url: string }) =>
  isWebAddress(url) ? (
    <a href={url} rel="noopener noreferrer" target="_blank">
      {url}
    </a>
  ) : (
    <span>{url}</span>
  );
