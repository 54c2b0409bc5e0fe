import { userInfo } from 'node:os';
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { PeopleView, PersonRequest } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { operation } from './operation.ts';

/** The cookie that says who sits at this browser; it is a name and no proof of one. */
const cookie = 'proviso-person';

/** A cookie is kept for this many seconds: a year. */
const kept = 365 * 24 * 60 * 60;

/** Who judges by a request: the name chosen in its browser, else whoever started the server. */
export const personOf = (context: Context): string => chosen(context) ?? userInfo().username;

const chosen = (context: Context): string | null => {
  const name = PersonRequest.safeParse({ name: getCookie(context, cookie) });
  return name.success ? name.data.name : null;
};

/** Routes by which a person says who they are. */
export const servePeople = (app: Hono, store: Store): void => {
  const ofPeople = operation({ summary: 'List who judges', answer: PeopleView });
  app.get('/api/people', ofPeople, async (context) =>
    context.json({
      me: personOf(context),
      isChosen: chosen(context) !== null,
      people: await store.people(),
    } satisfies PeopleView),
  );

  const toName = operation({ summary: 'Say who you are', body: PersonRequest });
  app.put('/api/people/me', toName, async (context) => {
    const { name } = context.req.valid('json');
    await store.addPerson(name);
    setCookie(context, cookie, name, { path: '/', maxAge: kept, sameSite: 'Strict', httpOnly: true });
    return context.body(null, 204);
  });
};
