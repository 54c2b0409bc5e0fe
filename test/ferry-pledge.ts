/** A small case of our own, as a case file. */
export const ferryPledge = `
id: ferry
title: The Ferry Pledge
signed: 2031-05-01
parties: [{id: town, name: Larkham}, {id: island, name: Odvik}]
commitments:
  - {id: daily-ferry, debtor: town, creditor: island, kind: obligation, requires: Run a ferry every day.,
     window: {from: 2031-06-01}}
`;
