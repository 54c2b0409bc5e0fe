/** What stands beside days, months and years; those themselves are written by the reader's region. */
export const dates = {
  about: 'about {date}',
  perhaps: 'perhaps {date}',
  perhapsAbout: 'perhaps about {date}',
  from: 'from {date}',
  until: 'until {date}',
  moment: '{moment} UTC',
  seasons: {
    spring: 'spring {year}',
    summer: 'summer {year}',
    autumn: 'autumn {year}',
    winter: 'winter {year}',
    first: 'first quarter of {year}',
    second: 'second quarter of {year}',
    third: 'third quarter of {year}',
    fourth: 'fourth quarter of {year}',
  },
} as const;
