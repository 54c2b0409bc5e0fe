/** Words before or after a name that say what somebody is and not who. */
export const titles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss dr prof professor sir lord lady dame hon rev fr sheikh shaikh shaykh sheik haji hajji hajj mullah ' +
    'mulla mawlawi maulavi maulvi molvi qari ustad ayatollah hojjatoleslam imam sayyid sayed syed president minister ' +
    'general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm brigadier commander ' +
    'ambassador senator secretary governor mv mt ss vessel'
  ).split(' '),
);

/** Small words inside names, and words that make one of two ("Abd al-", "bin"). */
export const particles: ReadonlySet<string> = new Set(
  'al el ul as ad ar an at az bin ben ibn bint de der den del della di da do dos du la le van von zu y e and of the for in und et'.split(
    ' ',
  ),
);
