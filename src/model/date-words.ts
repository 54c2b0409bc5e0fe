const formats = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/** An EDTF day, month or year in words, and an interval of them; any other EDTF as it stands. */
export const dateInWords = (edtf: string): string => {
  const ends = edtf.split('/');
  if (ends.length === 2) return ends.map((end) => (/^\d/.test(end) ? dateInWords(end) : '…')).join(' to ');
  const format = /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? formats.day : formats.month;
  const isKnown = /^\d{4}-\d{2}(?:-\d{2})?$/.test(edtf) && !Number.isNaN(Date.parse(edtf));
  return isKnown ? format.format(new Date(edtf)) : edtf;
};
