// Tries the port to language models on a real server of the protocol: how questions are answered, thrown away and refused.
// What a model of random weights says means nothing; that it is caught does.
//
//   node bench/second-reader.mjs http://127.0.0.1:8080/v1 [model] [questions]
import { languageModel, modelSettings, secondRead } from '../dist/language-model/index.js';

const [url, model = 'random', count = '12'] = process.argv.slice(2);
const settings = modelSettings({ PROVISO_MODEL_URL: url, PROVISO_MODEL: model });
if (!settings)
  throw new Error('usage: node bench/second-reader.mjs http://127.0.0.1:8080/v1 [model] [questions]');

const pairOf = (place) => ({
  duty: 'Larkham does not attack the ferry of Odvik.',
  clause: null,
  kind: 'prohibition',
  debtor: 'Larkham',
  creditor: 'Odvik',
  before: null,
  sentence: `On day ${place} the guards attacked the ferry of Odvik, the mayor said.`,
});

const told = { heard: 0 };
const tell = (what) => {
  told[what] = (told[what] ?? 0) + 1;
};
const tokens = { given: 0, answered: 0 };
const reader = languageModel(settings, { timeout: 60_000, retries: 1 });
const start = performance.now();
for (let place = 1; place <= Number(count); place += 1) {
  try {
    const read = await secondRead(reader, pairOf(place));
    tokens.given += read.tokens?.given ?? 0;
    tokens.answered += read.tokens?.answered ?? 0;
    tell(read.thrownAway ?? 'heard');
  } catch (refused) {
    tell(refused.code ?? 'failed');
    console.log(refused.line ?? refused);
  }
}
console.log(told, tokens, `${((performance.now() - start) / 1000).toFixed(1)} s`);

const impatient = languageModel(settings, { timeout: 1, retries: 0 });
await secondRead(impatient, pairOf(0)).then(
  () => console.log('it answered in a millisecond'),
  (refused) => console.log(refused.line ?? refused),
);
const noDoor = languageModel(
  { ...settings, url: settings.url.replace(/v1\/?$/, 'v9') },
  { timeout: 5000, retries: 0 },
);
await secondRead(noDoor, pairOf(0)).then(
  () => console.log('it answered where there is nothing'),
  (refused) => console.log(refused.line ?? refused),
);
