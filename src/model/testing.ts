/** For tests: a made-up agreement of two parties, without its commitments. */
export const passAgreement = {
  id: 'pass',
  title: 'The Pass Accord',
  signed: '2030-01-01',
  parties: [
    { id: 'norland', name: 'Norland' },
    { id: 'sudland', name: 'Sudland' },
  ],
};
